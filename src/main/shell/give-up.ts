import { app, dialog } from 'electron'

/** How long the box waits for a click, ms: where nobody sees it, the process must not stay for ever. */
const boxMs = 60_000

/** The app cannot run at all: says why where a person may be, on standard error and in a box, and ends with 1. */
export async function giveUp(profile: string, error: unknown): Promise<void> {
  const why = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
  const sentence = `Jobtray cannot start with the folder ${profile}: ${why}. Mend that, or choose another folder with --profile.`
  process.stderr.write(`jobtray: ${sentence}\n`)
  if (app.isReady()) {
    const signal = AbortSignal.timeout(boxMs)
    await dialog.showMessageBox({ type: 'error', title: app.getName(), message: sentence, signal }).catch(() => null)
  }
  app.exit(1)
}
