import { app, type Event } from 'electron'

/** A keychain that shows a prompt may never answer, ms. */
const longestMs = 2_000

/**
 * keytar aborts the process when its answer comes while Node is being taken down (7.9): a quit waits for it. Null: there
 * is nothing to wait for.
 */
export function endAfter(underWay: Promise<unknown> | null, quitting: Event): void {
  if (underWay === null) return
  quitting.preventDefault()
  const late = new Promise(resolve => setTimeout(resolve, longestMs))
  void Promise.race([underWay, late]).then(() => app.exit(0))
}
