import { PencilLine, RefreshCw, X } from 'lucide-react'
import type { Vendor } from '../../shared/connection'
import { capabilities } from '../../shared/connection'
import { type JobRef, refKey } from '../../shared/job'
import { IconButton } from '../parts/icon-button'
import { attempt } from '../state/attempt'
import { forget } from '../state/forget'
import { goTo, viewStore } from '../state/view'

type Props = { readonly jobRef: JobRef; readonly vendor: Vendor }

/** The next row comes under the pointer at once: the second click of a double click was not meant for it. */
const doubleClickMs = 500
let forgottenAt = Number.NEGATIVE_INFINITY

function forgetOnce(ref: JobRef): void {
  const now = performance.now()
  if (now - forgottenAt < doubleClickMs) return
  forgottenAt = now
  // So that the list knows from where the keyboard goes on.
  viewStore.setState({ selected: refKey(ref) })
  void forget([ref])
}

/** For the pointer; the keyboard has L, R and Delete. */
export const RowActs = ({ jobRef, vendor }: Props) => (
  <div className="absolute top-1 right-2 flex opacity-0 group-hover/row:opacity-100">
    <IconButton
      label="Look now"
      keys="L"
      tabIndex={-1}
      icon={<RefreshCw size="0.875rem" aria-hidden />}
      className="size-6 hover:bg-track"
      onClick={() => void attempt(window.jobtray.lookNow([jobRef]))}
    />
    {capabilities[vendor].postProgress && (
      <IconButton
        label="Report progress…"
        keys="R"
        tabIndex={-1}
        icon={<PencilLine size="0.875rem" aria-hidden />}
        className="size-6 hover:bg-track"
        onClick={() => goTo({ view: 'desk', mode: 'report', ref: jobRef, postId: null })}
      />
    )}
    <IconButton
      label="Stop watching"
      keys="Del"
      tabIndex={-1}
      icon={<X size="0.9375rem" aria-hidden />}
      className="size-6 hover:bg-track"
      onClick={() => forgetOnce(jobRef)}
    />
  </div>
)
