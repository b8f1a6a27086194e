import type { Complaint } from '../../../shared/fault'
import type { Job } from '../../../shared/job'
import { stateName } from '../../../shared/wording'
import { Segments } from '../../parts/segments'
import { complaintAt } from '../forms/gather'
import type { ProgressField, ProgressForm, TransitionChoice } from '../forms/progress-form'
import { ServerSays } from '../server-says'
import { TextField } from '../text-field'
import { CountFields } from './count-fields'
import { MoreParts } from './more-parts'
import { StageField } from './stage-field'

export type FieldsProps = {
  readonly form: ProgressForm
  readonly onChange: (patch: Partial<ProgressForm>) => void
  readonly errorAt: (at: ProgressField) => string | null
  readonly job: Job | null
}

const transitions = [
  { value: 'none', label: 'No change' },
  { value: 'start', label: 'Start' },
  { value: 'complete', label: 'Complete' },
  { value: 'fail', label: 'Fail' },
] as const satisfies readonly { readonly value: TransitionChoice; readonly label: string }[]

type Props = Omit<FieldsProps, 'errorAt'> & { readonly complaints: readonly Complaint[] }

export function ReportFields({ form, onChange, complaints, job }: Props) {
  const errorAt = (at: ProgressField) => complaintAt(complaints, at)
  const shared = { form, onChange, errorAt, job }
  return (
    <>
      <div className="flex flex-col items-start gap-1">
        <div className="flex w-full items-baseline justify-between gap-3">
          <span aria-hidden className="text-sm font-medium">
            Transition
          </span>
          <ServerSays text={job && stateName(job)} />
        </div>
        <Segments<TransitionChoice>
          label="Transition"
          value={form.transition}
          options={transitions}
          onChange={transition => onChange({ transition })}
        />
      </div>
      {form.transition === 'fail' && (
        <TextField
          label="Why it failed"
          value={form.failMessage}
          error={errorAt('mark_failed')}
          hint="One sentence, shown to everyone who looks at the job."
          onChange={failMessage => onChange({ failMessage })}
        />
      )}
      <CountFields {...shared} />
      <StageField {...shared} />
      <TextField
        label="Message"
        value={form.message}
        error={errorAt('message')}
        beside={<ServerSays text={job?.lastMessage ?? null} />}
        onChange={message => onChange({ message })}
      />
      <MoreParts {...shared} />
    </>
  )
}
