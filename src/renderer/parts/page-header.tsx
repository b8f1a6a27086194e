import type { ReactNode } from 'react'

/** The line at the top of a page: its name left, its acts right. */
export const PageHeader = ({ title, children }: { readonly title: ReactNode; readonly children?: ReactNode }) => (
  <header className="flex min-h-13 shrink-0 flex-wrap items-center justify-between gap-x-3 gap-y-2 border-b border-line px-5 py-2.5">
    <h1 className="mr-auto max-w-1/2 shrink-0 truncate text-lg font-semibold">{title}</h1>
    {children}
  </header>
)
