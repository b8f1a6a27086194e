import { ServerText } from '../parts/server-text'

/** What the server last said about a field, at the end of its label's line. */
export const ServerSays = ({ text }: { readonly text: string | null }) => (
  <span className="flex min-w-0 items-baseline gap-1 text-sm text-faint">
    <span className="shrink-0">now</span>
    {text === null || text === '' ? '–' : <ServerText text={text} max={120} className="min-w-0 truncate text-soft" />}
  </span>
)
