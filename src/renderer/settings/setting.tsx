import { type ReactNode, useId } from 'react'

type SectionProps = { readonly name: string; readonly children: ReactNode }

export function Section({ name, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="mt-6 first:mt-0">
      <h2 id={id} className="pb-1 text-base font-semibold">
        {name}
      </h2>
      <div className="divide-y divide-line rounded-lg border border-line px-4">{children}</div>
    </section>
  )
}

type SettingProps = {
  readonly name: string
  /** What it does, in one sentence. */
  readonly says?: ReactNode
  /** Draws the control; the id ties it to its name. */
  readonly children: (id: string) => ReactNode
}

const layout = 'flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3'

export function Setting({ name, says, children }: SettingProps) {
  const id = useId()
  return (
    <div className={layout}>
      <div className="min-w-0 flex-1 basis-60">
        <label htmlFor={id} className="font-medium">
          {name}
        </label>
        {says && <p className="text-sm text-soft">{says}</p>}
      </div>
      {children(id)}
    </div>
  )
}

type GroupProps = Omit<SettingProps, 'children'> & { readonly children: ReactNode }

/** One that has no single field: its name and what it does are those of all its controls together. */
export function GroupSetting({ name, says, children }: GroupProps) {
  const id = useId()
  return (
    <fieldset aria-labelledby={id} aria-describedby={says ? `${id}-says` : undefined} className={`${layout} min-w-0`}>
      <div className="min-w-0 flex-1 basis-60">
        <span id={id} className="font-medium">
          {name}
        </span>
        {says && (
          <p id={`${id}-says`} className="text-sm text-soft">
            {says}
          </p>
        )}
      </div>
      {children}
    </fieldset>
  )
}
