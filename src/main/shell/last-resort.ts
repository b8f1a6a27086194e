import { app, BrowserWindow } from 'electron'
import { type Fall, fallsIn, mayRestart } from '../profile/restart'
import { redact } from './redact'

/** A quit that takes longer, ms, is cut off: what is wrong may be in what quits. */
const quitMs = 5_000

type Trouble = (where: string, error: unknown) => void

/** Before there is a log. */
const toStandardError: Trouble = (where, error) =>
  void process.stderr.write(`jobtray: ${where}: ${redact(error instanceof Error ? error.message : String(error))}\n`)

/**
 * After an error that nobody caught, nothing in this process can be trusted: it is written down without keys, the app
 * quits in order and starts again, once in ten minutes (reliability fault 44).
 */
export function createLastResort(profile: string) {
  let trouble = toStandardError
  let isEnding = false
  app.on('before-quit', () => {
    isEnding = true
  })

  const restart = (why: Fall['why']): void => {
    if (isEnding) return
    const falls = fallsIn(profile)
    const now = Date.now()
    const restarted = mayRestart(falls.read(), now)
    // A window that flickers is no reason to end.
    if (why === 'graphics' && !restarted) return
    isEnding = true
    const window = BrowserWindow.getAllWindows().some(each => each.isVisible())
    // What cannot be noted cannot be guarded against.
    if (falls.write({ at: now, why, restarted, window }) && restarted) app.relaunch()
    setTimeout(() => app.exit(1), quitMs)
    app.quit()
  }
  const fall: (where: string) => (error: unknown) => void = where => error => {
    trouble(where, error)
    restart('error')
  }
  // A terminal that was closed, or a reader that has gone: nothing is wrong with the app.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  process.on('uncaughtException', fall('uncaught'))
  process.on('unhandledRejection', fall('unhandled'))
  return {
    restart,
    tellTo(log: Trouble): void {
      trouble = log
    },
  }
}

export type LastResort = ReturnType<typeof createLastResort>
