import type { ReactNode } from 'react'

type Props = { readonly icon: ReactNode; readonly title: string; readonly text: string; readonly children?: ReactNode }

/** A place with nothing in it yet: what it is for, and the next step. */
export const Empty = ({ icon, title, text, children }: Props) => (
  <div className="m-auto flex max-w-sm flex-col items-center gap-1 px-6 py-12 text-center">
    <div className="mb-2 text-faint">{icon}</div>
    <h2 className="text-lg font-semibold">{title}</h2>
    <p className="text-balance whitespace-pre-line text-soft">{text}</p>
    {children && <div className="mt-4 flex flex-wrap justify-center gap-2">{children}</div>}
  </div>
)
