import type { Complaint } from '../../../shared/fault'
import { useMirror } from '../../state/mirror-store'
import type { CreateField, CreateForm } from '../forms/create-form'
import { complaintAt } from '../forms/gather'
import { TextField } from '../text-field'

type Props = {
  readonly form: CreateForm
  readonly onChange: (patch: Partial<CreateForm>) => void
  readonly complaints: readonly Complaint[]
}

/** The types of the vendor's own examples, and those of the jobs that are watched. */
const usualTypes = ['enrichment', 'crawl'] as const

export function CreateFields({ form, onChange, complaints }: Props) {
  const errorAt = (at: CreateField) => complaintAt(complaints, at)
  const seen = useMirror(mirror =>
    [...new Set([...mirror.jobs.values()].map(watched => watched.job?.jobType ?? ''))].slice(0, 40).join('\n'),
  )
  const suggestions = [...new Set([...usualTypes, ...seen.split('\n').filter(type => type !== '')])]
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 @md/page:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <TextField
          label="Job type"
          placeholder="enrichment"
          value={form.jobType}
          error={errorAt('job_type')}
          suggestions={suggestions}
          onChange={jobType => onChange({ jobType })}
        />
        <TextField
          label="Total items"
          numeric
          value={form.total}
          error={errorAt('total_items')}
          hint="0 when it is not known yet."
          onChange={total => onChange({ total })}
        />
      </div>
      <TextField
        label="Triggered by"
        optional
        value={form.triggeredBy}
        error={errorAt('triggered_by')}
        onChange={triggeredBy => onChange({ triggeredBy })}
      />
      <TextField
        label="Metadata"
        optional
        rows={6}
        mono
        placeholder={'{\n  "source": "feed"\n}'}
        value={form.metadata}
        error={errorAt('metadata')}
        hint="A JSON object. Left empty, none is sent."
        onChange={metadata => onChange({ metadata })}
      />
    </>
  )
}
