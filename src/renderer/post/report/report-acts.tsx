import { Button } from '../../parts/button'
import { Keys } from '../../parts/keys'
import { showToast } from '../../state/view'
import type { ProgressForm, TransitionChoice } from '../forms/progress-form'
import { emptyProgress, isBlankProgress } from '../forms/progress-form'
import type { usePostForm } from '../use-post-form'

type Life = ReturnType<typeof usePostForm<ProgressForm>>

const labels: Readonly<Record<TransitionChoice, string>> = {
  none: 'Send the report',
  start: 'Start the job',
  complete: 'Complete the job…',
  fail: 'Fail the job…',
}

/** Undo puts back what was typed, unless something new was typed meanwhile. */
function emptied(typed: ProgressForm, replace: Life['replace']): void {
  replace(emptyProgress)
  const putBack = () => replace(now => (isBlankProgress(now) ? typed : now))
  showToast('The form was emptied.', 'calm', { label: 'Undo', run: putBack })
}

export function ReportActs({ life }: { readonly life: Life }) {
  const { form, post, busy, locked } = life
  const blank = isBlankProgress(form)
  return (
    <div className="sticky bottom-0 -mb-5 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-canvas py-3">
      <p className="min-w-0 flex-1 basis-24 text-sm text-faint">
        {post?.state === 'draft' && !blank ? 'Kept as a draft in the outbox.' : 'Only what you fill in is sent.'}
      </p>
      {!blank && !locked && (
        <Button
          look="quiet"
          onClick={event => {
            // The button goes with the text: the keyboard would be left nowhere.
            event.currentTarget.form?.querySelector<HTMLElement>('fieldset input')?.focus()
            emptied(form, life.replace)
          }}
        >
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
