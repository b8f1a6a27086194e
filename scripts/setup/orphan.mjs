/**
 * npm starts us through a shell, and passes SIGTERM on to that shell alone, which dies and leaves us behind. So under
 * npm the loss of our parent counts as being told to stop.
 * @param {() => void} stop
 */
export const whenOrphaned = stop => {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 200)
  watch.unref()
}
