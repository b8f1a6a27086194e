import type { RequestHandlers } from '../../shared/ipc'
import type { Watching } from '../watching'

type Names = 'window:shows-job' | 'window:keep' | 'window:kept'

/** What the window tells of itself. A page that was killed is handed what it kept: its filter, its place, what was typed. */
export function windowRequests({ lookingAt }: Pick<Watching, 'lookingAt'>) {
  let kept: string | null = null
  return {
    'window:shows-job': async ref => lookingAt(ref),
    async 'window:keep'(text) {
      kept = text
    },
    'window:kept': async () => kept,
  } satisfies Pick<RequestHandlers, Names>
}
