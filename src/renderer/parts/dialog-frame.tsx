import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { closeDialog } from '../state/view'

type Props = {
  readonly title: string
  readonly description?: ReactNode
  readonly children: ReactNode
  readonly role?: 'dialog' | 'alertdialog'
}

/** One dialog at a time, opened through the view state; closing gives the focus back to where it came from. */
export function DialogFrame({ title, description, children, role = 'dialog' }: Props) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Root open onOpenChange={open => !open && closeDialog()} disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-starting-style:opacity-0" />
        <Dialog.Popup
          role={role}
          ref={popup}
          initialFocus={() => firstField(popup.current) ?? true}
          className="fixed inset-x-0 top-0 z-40 mx-auto my-[max(0.5rem,8vh)] flex max-h-[calc(100dvh-max(1rem,12vh))] w-[30rem] max-w-[calc(100vw-1rem)] flex-col overflow-hidden rounded-xl bg-raised shadow-pop outline-none transition-[opacity,translate] duration-150 data-starting-style:-translate-y-1 data-starting-style:opacity-0 forced-colors:border"
        >
          <header className="flex shrink-0 items-start gap-3 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Dialog.Title className="text-lg font-semibold">{title}</Dialog.Title>
              {description && <Dialog.Description className="mt-0.5 text-soft">{description}</Dialog.Description>}
            </div>
            <Dialog.Close
              aria-label="Close"
              className="-mr-2 inline-flex size-7 items-center justify-center rounded-md text-soft hover:bg-hover hover:text-ink"
            >
              <X size="1rem" aria-hidden />
            </Dialog.Close>
          </header>
          <div data-body tabIndex={-1} className="min-h-0 overflow-y-auto px-5 pb-5 outline-none">
            {children}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** What a dialog is opened for: the field that says so, its first field, else its first act, which never is the one that cannot be taken back. */
const firstField = (popup: HTMLElement | null): HTMLElement | null =>
  popup?.querySelector<HTMLElement>('[data-body] [data-first]') ??
  popup?.querySelector<HTMLElement>('[data-body] :is(input, textarea, select):not([type="hidden"], :disabled)') ??
  firstAct(popup) ??
  null

/** Of more text than there is room for, one reads the beginning first: the acts below it wait for the Tab key. */
function firstAct(popup: HTMLElement | null): HTMLElement | null {
  const body = popup?.querySelector<HTMLElement>('[data-body]') ?? null
  if (body === null) return null
  return body.scrollHeight > body.clientHeight + 1 ? body : body.querySelector<HTMLElement>('button:not(:disabled)')
}

/** The acts at a dialog's foot; the main one comes last. */
export const DialogActs = ({ children }: { readonly children: ReactNode }) => (
  <div className="mt-5 flex flex-wrap items-center justify-end gap-2">{children}</div>
)
