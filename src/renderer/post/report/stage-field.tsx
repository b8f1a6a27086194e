import { useMirror } from '../../state/mirror-store'
import { stageSuggestions } from '../forms/stages'
import { ServerSays } from '../server-says'
import { TextField } from '../text-field'
import type { FieldsProps } from './report-fields'

/** Suggests the usual stages and those of the jobs that are watched; any other can be typed. */
export function StageField({ form, onChange, errorAt, job }: FieldsProps) {
  const seen = useMirror(mirror =>
    [...new Set([...mirror.jobs.values()].map(watched => watched.job?.stage ?? ''))].slice(0, 40).join('\n'),
  )
  return (
    <TextField
      label="Stage"
      value={form.stage}
      error={errorAt('stage')}
      beside={<ServerSays text={job?.stage ?? null} />}
      suggestions={stageSuggestions(seen.split('\n'))}
      onChange={stage => onChange({ stage })}
    />
  )
}
