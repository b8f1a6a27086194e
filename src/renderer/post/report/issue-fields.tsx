import type { IssueForm } from '../forms/issue-form'
import type { ProgressField } from '../forms/progress-form'
import { TextField } from '../text-field'

type Props = {
  readonly at: 'error' | 'warning'
  readonly form: IssueForm
  readonly onChange: (patch: Partial<IssueForm>) => void
  readonly errorAt: (at: ProgressField) => string | null
}

/** One error or warning; what is optional and blank is left out. */
export function IssueFields({ at, form, onChange, errorAt }: Props) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-3 @md/page:grid-cols-2">
      <TextField
        label="Key"
        placeholder="SKU-1042"
        value={form.entityKey}
        error={errorAt(`${at}.entity_key`)}
        onChange={entityKey => onChange({ entityKey })}
      />
      <TextField
        label="Error type"
        placeholder="image_missing"
        value={form.errorType}
        error={errorAt(`${at}.error_type`)}
        onChange={errorType => onChange({ errorType })}
      />
      <div className="@md/page:col-span-2">
        <TextField
          label="Message"
          value={form.message}
          error={errorAt(`${at}.message`)}
          onChange={message => onChange({ message })}
        />
      </div>
      <TextField
        label="Entity type"
        optional
        placeholder="job"
        value={form.entityType}
        error={errorAt(`${at}.entity_type`)}
        onChange={entityType => onChange({ entityType })}
      />
      <TextField
        label="Step"
        optional
        value={form.step}
        error={errorAt(`${at}.step`)}
        onChange={step => onChange({ step })}
      />
      <div className="@md/page:col-span-2">
        <TextField
          label="Details"
          optional
          rows={2}
          mono
          placeholder={'{ "url": "https://…" }'}
          value={form.details}
          error={errorAt(`${at}.details`)}
          onChange={details => onChange({ details })}
        />
      </div>
    </div>
  )
}
