import type { ReactNode } from 'react'
import type { GlyphName } from './state-glyph'

const ring = <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
const dashed = (gaps: string) => (
  <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray={gaps} />
)
const mark = (d: string) => (
  <path
    d={d}
    fill="none"
    className="stroke-canvas forced-colors:stroke-[Canvas]"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
  />
)

/** A pie that fills with the percentage; half a turn where there is none. */
function pie(percent: number | null): ReactNode {
  if (percent === null) return <circle cx="8" cy="8" r="2" fill="currentColor" />
  const share = Math.min(0.999, Math.max(0.02, percent / 100))
  const angle = share * 2 * Math.PI
  const x = (8 + 3.9 * Math.sin(angle)).toFixed(2)
  const y = (8 - 3.9 * Math.cos(angle)).toFixed(2)
  return <path d={`M8 8V4.1A3.9 3.9 0 ${share > 0.5 ? 1 : 0} 1 ${x} ${y}Z`} fill="currentColor" />
}

export const shapes: Readonly<Record<GlyphName, (percent: number | null) => ReactNode>> = {
  // An item's line in a list, which says nothing of how it went.
  listed: () => (
    <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h7" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
  ),
  'first-look': () => dashed('1 2.93'),
  // Three points: it waits. A dotted ring alone is what nobody has seen yet, a hand would be a share that runs.
  queued: () => (
    <>
      {ring}
      <path d="M4.8 8h.01M8 8h.01M11.2 8h.01" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" />
    </>
  ),
  running: percent => (
    <>
      {ring}
      {pie(percent)}
    </>
  ),
  odd: () => (
    <>
      {ring}
      <path
        d="M6.4 6.4a1.65 1.65 0 1 1 2.5 1.5c-.6.35-.9.7-.9 1.3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
      <circle cx="8" cy="11.1" r="0.85" fill="currentColor" />
    </>
  ),
  gone: () => (
    <>
      {dashed('1 2.93')}
      <path d="M5.5 8h5" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  succeeded: () => (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      {mark('M5 8.3l2.1 2.1L11 6.2')}
    </>
  ),
  warned: () => (
    <>
      <path d="M8 1.4 15.2 14H.8Z" fill="currentColor" stroke="currentColor" strokeWidth="1.2" strokeLinejoin="round" />
      {mark('M8 6v3.6M8 12v.05')}
    </>
  ),
  partial: () => (
    <>
      <path d="M8 .9 15.1 8 8 15.1.9 8Z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
      {mark('M5.3 8h5.4')}
    </>
  ),
  failed: () => (
    <>
      <path
        d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z"
        fill="currentColor"
        stroke="currentColor"
        strokeLinejoin="round"
      />
      {mark('M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6')}
    </>
  ),
  cancelled: () => (
    <>
      {ring}
      <path d="M3.8 12.2l8.4-8.4" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
}
