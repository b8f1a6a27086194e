import { type KeyboardEvent, type MouseEvent, memo, useEffect, useRef } from 'react'
import { shortId } from '../../shared/job'
import { jobTypeName } from '../../shared/wording'
import { cx } from '../parts/class-names'
import { ServerText } from '../parts/server-text'
import { StateGlyph } from '../parts/state-glyph'
import { goTo, viewStore } from '../state/view'
import { RowActs } from './row-acts'
import { RowMarks } from './row-marks'
import { menuHasJustClosed, openRowMenu, pointAt } from './row-menu-state'
import { RowProgress } from './row-progress'
import { RowStory } from './row-story'
import { RowTimes } from './row-times'
import { tellsReason } from './tells-reason'
import { type Row, useRow } from './use-row'

type Props = {
  readonly jobKey: string
  readonly selected: boolean
  readonly tabStop: boolean
  readonly picked: boolean
  /** It is to take the keyboard. */
  readonly takesFocus: boolean
  readonly menuOpen: boolean
  readonly onKey: (event: KeyboardEvent, jobKey: string) => void
  /** A click with Ctrl or Shift held. */
  readonly onPick: (jobKey: string, stretch: boolean) => void
}

/** One watched job. It looks itself up, so that a change of one job draws one row. */
export const JobRow = memo(function JobRow(props: Props) {
  const { jobKey, selected, picked, tabStop, takesFocus, menuOpen, onKey, onPick } = props
  const row = useRow(jobKey)
  const button = useFocusWhenAsked(takesFocus)
  if (row === null) return null
  const { watched } = row
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return onPick(jobKey, event.shiftKey)
    if (menuHasJustClosed() && event.detail > 0) return
    viewStore.setState({ selected: jobKey })
    goTo({ view: 'job', ref: watched.ref })
  }
  return (
    <div
      className={cx(
        'group/row relative mx-2 grid items-center gap-x-3 rounded-lg py-2 pr-3 pl-3 @xl/page:pr-8',
        // As wide in every row, so that the bars stand below each other.
        'grid-cols-[auto_minmax(0,1fr)_auto] [--side:clamp(19rem,42cqw,30.75rem)]',
        !tellsReason(watched) && '@xl/page:grid-cols-[auto_calc(100%-2.5rem-var(--side))_minmax(0,1fr)_auto]',
        'has-[button:focus-visible]:outline-2 has-[button:focus-visible]:-outline-offset-2 has-[button:focus-visible]:outline-accent',
        selected || picked ? 'bg-picked' : 'hover:bg-hover',
        picked && 'inset-shadow-[3px_0_0_0_var(--color-accent)] forced-colors:outline',
      )}
    >
      <StateGlyph watched={watched} className={cx('row-start-1 mt-0.5 self-start', watched.gone && 'opacity-60')} />
      <button
        ref={button}
        type="button"
        tabIndex={tabStop ? 0 : -1}
        onClick={open}
        // It lies over the whole row; the menu key comes here too, and names no place.
        onContextMenu={event => {
          event.preventDefault()
          openRowMenu(jobKey, event.button === 2 ? pointAt(event.clientX, event.clientY) : event.currentTarget)
        }}
        onKeyDown={event => onKey(event, jobKey)}
        onFocus={() => viewStore.setState({ selected: jobKey })}
        className="col-start-2 -col-end-1 row-start-1 flex min-w-0 items-baseline gap-2 text-left outline-none after:absolute after:inset-0 @xl/page:mr-[calc(var(--side)+0.75rem)]"
      >
        {picked && <span className="sr-only">Picked: </span>}
        <Name row={row} />
      </button>
      <RowStory row={row} />
      <RowProgress watched={watched} />
      <RowTimes row={row} />
      <RowActs jobKey={jobKey} open={menuOpen} />
    </div>
  )
})

function useFocusWhenAsked(asked: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!asked) return
    button.current?.focus({ preventScroll: true })
    viewStore.setState({ focusRow: false })
  }, [asked])
  return button
}

function Name({ row: { watched, name } }: { readonly row: Row }) {
  return (
    <>
      <ServerText
        text={watched.job === null ? 'Job' : jobTypeName(watched.job.jobType)}
        max={80}
        className="max-w-3/5 shrink-0 truncate font-medium"
      />
      {(watched.pinned === true || watched.muted === true) && <RowMarks watched={watched} />}
      <ServerText
        text={shortId(watched.ref.jobId)}
        max={24}
        className="min-w-0 truncate font-mono text-sm text-faint"
      />
      <ServerText text={name} max={60} className="min-w-0 shrink-[9999] truncate text-sm text-faint" />
    </>
  )
}
