import { Button } from '../../parts/button'
import { Keys } from '../../parts/keys'
import type { ProgressForm, TransitionChoice } from '../forms/progress-form'
import { emptyProgress } from '../forms/progress-form'
import type { usePostForm } from '../use-post-form'

type Life = ReturnType<typeof usePostForm<ProgressForm>>

const labels: Readonly<Record<TransitionChoice, string>> = {
  none: 'Send the report',
  start: 'Start the job',
  complete: 'Complete the job…',
  fail: 'Fail the job…',
}

export function ReportActs({ life }: { readonly life: Life }) {
  const { form, post, busy, locked } = life
  const blank = JSON.stringify(form) === JSON.stringify(emptyProgress)
  return (
    <div className="sticky bottom-0 -mb-5 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-canvas py-3">
      <p className="min-w-0 flex-1 basis-24 text-sm text-faint">
        {post?.state === 'draft' && !blank ? 'Kept as a draft in the outbox.' : 'Only what you fill in is sent.'}
      </p>
      {!blank && !locked && (
        <Button look="quiet" onClick={() => life.replace(emptyProgress)}>
          Empty the form
        </Button>
      )}
      <Button look={form.transition === 'fail' ? 'danger' : 'primary'} type="submit" disabled={busy || locked}>
        {labels[form.transition]}
        <Keys keys="Ctrl ⏎" />
      </Button>
    </div>
  )
}
