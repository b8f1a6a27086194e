import { Menu } from '@base-ui/react/menu'
import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './class-names'

type Props<Form extends string> = {
  readonly forms: readonly { readonly form: Form; readonly label: string }[]
  readonly disabled: boolean
  readonly onSave: (form: Form) => void
  readonly className?: string
  /** What the button says. */
  readonly children: ReactNode
}

/** A button that asks in which form to save. */
export const SaveMenu = <Form extends string>({ forms, disabled, onSave, className, children }: Props<Form>) => (
  <Menu.Root>
    <Menu.Trigger
      disabled={disabled}
      className={cx(
        'inline-flex min-h-7 shrink-0 items-center justify-center gap-1.5 rounded-md bg-raised px-2.5 whitespace-nowrap text-ink inset-ring inset-ring-edge hover:bg-hover disabled:pointer-events-none disabled:opacity-55 forced-colors:border',
        className,
      )}
    >
      <Download size="0.875rem" aria-hidden />
      {children}
    </Menu.Trigger>
    <Menu.Portal>
      <Menu.Positioner role="region" aria-label="Save" sideOffset={4} align="end" className="z-50 outline-none">
        <Menu.Popup className="min-w-44 rounded-lg bg-raised p-1 shadow-pop outline-none forced-colors:border">
          {forms.map(({ form, label }) => (
            <Menu.Item
              key={form}
              onClick={() => onSave(form)}
              className="flex min-h-7 items-center rounded-md px-2 outline-none data-highlighted:bg-hover forced-colors:data-highlighted:outline"
            >
              {label}
            </Menu.Item>
          ))}
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  </Menu.Root>
)
