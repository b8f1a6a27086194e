import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { JobIssue } from '../../shared/job'
import { cx } from '../parts/class-names'
import { CopyButton } from '../parts/copy-button'
import { WholeTime } from '../parts/moment'
import { ServerText } from '../parts/server-text'
import { Glyph } from '../parts/state-glyph'
import { ValueTree } from './value-tree'

type Props = { readonly kind: 'error' | 'warning'; readonly issue: JobIssue }

/** Which item, what went wrong, in which step; the rest opens below it. */
export function IssueEntry({ kind, issue }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <li className="py-1 [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto] [overflow-clip-margin:0.75rem]">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="-mx-2 grid w-[calc(100%+1rem)] grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-2.5 rounded-md px-2 py-1 text-left hover:bg-hover"
      >
        <Glyph name={kind === 'error' ? 'failed' : 'warned'} size="size-3.5" className="mt-0.5" />
        <span className="min-w-0">
          <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
            <ServerText text={issue.entityKey} max={120} className="font-mono text-sm font-medium break-all" />
            <ServerText text={issue.errorType} max={60} className="text-sm text-soft" />
            <span className="text-sm text-faint">
              <ServerText text={issue.entityType} max={40} />
              {issue.step !== null && (
                <>
                  {' · '}
                  <ServerText text={issue.step} max={40} />
                </>
              )}
            </span>
          </span>
          <ServerText
            text={issue.message}
            max={open ? 4_000 : 400}
            className={cx('block text-soft', open ? 'break-words whitespace-pre-wrap' : 'line-clamp-2')}
          />
        </span>
        <ChevronRight
          size="0.875rem"
          aria-hidden
          className={cx('mt-0.5 text-faint transition-transform duration-100', open && 'rotate-90')}
        />
      </button>
      {open && (
        <div className="flex flex-col gap-2 pt-1 pb-2 pl-6">
          <p className="flex flex-wrap items-center gap-1 text-sm text-faint">
            {issue.timestamp !== null && <WholeTime iso={issue.timestamp.slice(0, 60)} />}
            <CopyButton text={issue.entityKey} label="Copy the key" />
          </p>
          {issue.details !== null && <ValueTree value={issue.details} />}
        </div>
      )}
    </li>
  )
}
