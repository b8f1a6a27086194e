import { OctagonAlert } from 'lucide-react'
import { Button } from '../parts/button'
import type { FormLife } from './use-connection-form'

/** What belongs to no single field, and the way to keep a connection that could not be proved. */
export function FormRefusal({ life }: { readonly life: FormLife }) {
  const { refusal, busy, insist } = life
  if (refusal === null || (refusal.field !== null && !refusal.canInsist)) return null
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2 rounded-lg bg-hover px-3 py-2">
      <OctagonAlert size="0.9375rem" aria-hidden className="shrink-0 text-bad" />
      <p className="min-w-0 flex-1 basis-48">
        {refusal.field === null ? refusal.message : 'You can keep the connection all the same.'}
      </p>
      {refusal.canInsist && (
        <Button onClick={insist} disabled={busy}>
          Keep it anyway
        </Button>
      )}
    </div>
  )
}
