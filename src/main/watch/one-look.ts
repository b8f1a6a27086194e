import { bad, type Result } from '../../shared/fault'
import { type JobRef, sameRef } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import type { Clock } from './clock'
import { type Look, look, type Reader } from './look'
import type { Plan } from './plan'

export type OneLookPorts = {
  readonly clock: Clock
  readonly openJob: () => JobRef | null
  /** False: nothing more is asked, not even the second request of a look that is under way. */
  readonly isRunning: () => boolean
  /** When the computer last woke, or its network came back, monotonic ms. */
  readonly wokeAt: () => number
}

/** One look at a planned job, entered at its server. Null: it was lost in the computer's sleep and says nothing. */
export const createOneLook =
  ({ clock, openJob, isRunning, wokeAt }: OneLookPorts) =>
  async (plan: Plan, watched: WatchedJob, reader: Reader): Promise<Look | null> => {
    const { origin } = plan.lane.server
    const end = origin.begin(!plan.hurried)
    const begunAt = clock.monotonic()
    const open = openJob()
    const heed = <T>(result: Result<T>): Result<T> => {
      origin.heed(result.ok ? null : result.fault, clock.monotonic())
      return result
    }
    const heeding: Reader = {
      capabilities: reader.capabilities,
      readStatus: jobId => reader.readStatus(jobId).then(heed),
      readDetail: jobId => reader.readDetail(jobId).then(heed),
    }
    const seen = await look(heeding, watched, plan.depth, {
      isOpen: open !== null && sameRef(open, plan.ref),
      mayAsk: () => isRunning() && !origin.isPaused(clock.monotonic()),
    }).catch((): Look => ({ result: bad({ kind: 'garbled', what: 'the reader stopped' }), attempt: null }))
    const isLost = begunAt < wokeAt() && !seen.result.ok && seen.result.fault.kind === 'unreachable'
    end(isLost ? null : seen, clock.monotonic())
    return isLost ? null : seen
  }
