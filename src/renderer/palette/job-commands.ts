import { capabilities } from '../../shared/connection'
import { shortId } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import { copyText } from '../parts/copy-text'
import { attempt } from '../state/attempt'
import { forget } from '../state/forget'
import { lookNow } from '../state/look-now'
import { goTo } from '../state/view'
import type { Command } from './commands'

/** What can be done with one job. */
export function jobCommands(watched: WatchedJob): readonly Command[] {
  const { ref, vendor, pinned = false, muted = false } = watched
  const id = shortId(ref.jobId)
  const desk = (mode: 'report' | 'worker' | 'many') => () => goTo({ view: 'desk', mode, ref, postId: null })
  const mark = (marks: { readonly pinned?: boolean; readonly muted?: boolean }) => () =>
    void attempt(window.jobtray.markJobs([ref], marks))
  return [
    {
      id: 'job.look',
      label: `Look at ${id} now`,
      also: 'refresh',
      keys: 'L',
      run: () => lookNow([ref]),
    },
    ...(capabilities[vendor].postProgress
      ? [
          { id: 'job.report', label: `Report progress of ${id}…`, also: 'post', keys: 'R', run: desk('report') },
          { id: 'job.worker', label: `Work on ${id} key by key…`, also: 'worker mode', run: desk('worker') },
          { id: 'job.many', label: `Report many errors of ${id}…`, also: 'csv jsonl', run: desk('many') },
        ]
      : []),
    {
      id: 'job.pin',
      label: `${pinned ? 'Unpin' : 'Pin'} ${id}`,
      also: 'top',
      keys: 'P',
      run: mark({ pinned: !pinned }),
    },
    {
      id: 'job.mute',
      label: `${muted ? 'Unmute' : 'Mute'} ${id}`,
      also: 'notifications',
      keys: 'M',
      run: mark({ muted: !muted }),
    },
    {
      id: 'job.copy',
      label: `Copy the id of ${id}`,
      also: 'clipboard',
      keys: 'C',
      run: () => void copyText(ref.jobId),
    },
    {
      id: 'job.forget',
      label: `Stop watching ${id}`,
      also: 'forget remove delete',
      keys: 'Del',
      run: () => void forget([ref]),
    },
  ]
}
