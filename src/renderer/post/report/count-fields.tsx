import { itemsFailedBy, mostProcessed } from '../../../shared/items-left'
import { count } from '../../../shared/numbers'
import { Button } from '../../parts/button'
import { countOf, raised } from '../forms/typed-count'
import { ServerSays } from '../server-says'
import { TextField } from '../text-field'
import type { FieldsProps } from './report-fields'

const steps = [1, 10, 100] as const

const said = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : count(value)

/** Absolute numbers; the buttons count on from what is typed, or from what the server last said. */
export function CountFields({ form, onChange, errorAt, job }: FieldsProps) {
  const server = job?.processed ?? null
  const total = countOf(form.total, job?.total ?? null)
  const { entityKey, entityType } = form.error
  const failing = itemsFailedBy([{ entityKey: entityKey.trim(), entityType: entityType.trim() || 'job' }])
  const failed = (job?.failed ?? 0) + failing
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-4 @md/page:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex flex-col gap-1.5">
        <TextField
          label="Processed"
          numeric
          value={form.processed}
          error={errorAt('processed_items')}
          beside={<ServerSays text={said(server)} />}
          onChange={processed => onChange({ processed })}
        />
        <fieldset className="flex flex-wrap gap-1.5">
          <legend className="sr-only">Count on</legend>
          {steps.map(step => (
            <Button
              key={step}
              className="min-h-6 px-2 text-sm"
              onClick={() => onChange({ processed: raised(form.processed, server, step) })}
            >
              +{step}
            </Button>
          ))}
          <Button
            className="min-h-6 px-2 text-sm"
            disabled={total === null}
            onClick={() => total !== null && onChange({ processed: String(mostProcessed(total, failed)) })}
          >
            To total
          </Button>
        </fieldset>
      </div>
      <TextField
        label="Total"
        numeric
        value={form.total}
        error={errorAt('total_items')}
        beside={<ServerSays text={said(job?.total)} />}
        onChange={value => onChange({ total: value })}
      />
    </div>
  )
}
