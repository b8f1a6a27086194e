import { app } from 'electron'
import { type DeepLink, readDeepLink } from '../../shared/deep-link'

const isLink = (argument: string): boolean => /^jobtray:/i.test(argument)

export type Links = ReturnType<typeof createLinks>

/** Hears `jobtray:` links from the system; the last sound one is kept until somebody can follow it. */
export function createLinks() {
  let follow: ((link: DeepLink) => void) | null = null
  let waiting: DeepLink | null = null

  const take = (text: string): void => {
    const link = readDeepLink(text)
    if (link === null) return
    if (follow === null) waiting = link
    else follow(link)
  }

  return {
    take,
    /** Takes the one link among a process's arguments; false when there is none. Two are nobody's honest wish. */
    takeFrom(argv: readonly string[]): boolean {
      const links = argv.slice(1).filter(isLink)
      if (links.length === 1) take(links[0] ?? '')
      return links.length > 0
    },
    /** From now on `follower` is told; at once, when a link has come already. */
    answer(follower: (link: DeepLink) => void): void {
      follow = follower
      if (waiting !== null) follower(waiting)
      waiting = null
    },
  }
}

/**
 * The packaged app is asked for such links. Linux reads that from the desktop entry (MimeType); Electron would run
 * xdg-settings for it and wait. After `--` nothing of a link can be taken for an option.
 */
export function claimLinks(): void {
  if (app.isPackaged && process.platform !== 'linux') {
    app.setAsDefaultProtocolClient('jobtray', process.execPath, ['--live', '--'])
  }
}
