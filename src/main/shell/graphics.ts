import { app } from 'electron'
import { graphicsIn } from '../profile/graphics'
import { createRevival } from './revival'

/**
 * Chromium starts its process for graphics again whenever it dies, but ends the whole app at the sixth time: it may not,
 * since watching needs no graphics. Where it keeps dying, the app starts again and draws without the card (fault 42).
 * To be called before the app is ready. `startAgain`: called once at most.
 */
export function tendGraphics(profile: string, startAgain: () => void): void {
  const graphics = graphicsIn(profile, app.getVersion())
  const areOff = graphics.areOff()
  app.commandLine.appendSwitch('disable-gpu-process-crash-limit')
  if (areOff) app.disableHardwareAcceleration()
  const revival = createRevival(() => performance.now())
  let endedByUs = false
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (type !== 'GPU' || reason === 'clean-exit') return
    // Read when it is needed: most never see it.
    void import('./redraw').then(({ redraw }) =>
      redraw(() => {
        endedByUs = true
      }),
    )
    // That is no fault of theirs, so it does not count.
    const counts = !areOff && !endedByUs
    endedByUs = false
    if (!counts || revival.mayReload()) return
    if (graphics.switchOff()) startAgain()
  })
}
