import { setTimeout as sleep } from 'node:timers/promises'
import { type Ask, askAt } from '../../../src/cli/ask'
import { socketPath } from '../../../src/profile/paths'
import type { Snapshot, WatchedJob } from '../../../src/shared/snapshot'

export type ProfileRequests = {
  /** Asks the running app over the socket of its profile, as the command line does. */
  readonly ask: Ask
  /** The first state that fits, now or later. The socket pushes nothing, so this asks again and again. */
  readonly stateUntil: (fits: (state: Snapshot) => boolean, limitMs?: number) => Promise<Snapshot>
  /** One job of the state, when it fits. */
  readonly jobUntil: (jobId: string, fits: (job: WatchedJob) => boolean) => Promise<WatchedJob>
  /** Has every watched job looked at now instead of at its turn. */
  readonly lookNow: () => Promise<void>
}

export const requestsTo = (profile: string): ProfileRequests => {
  const ask = askAt([socketPath(profile)])

  const stateUntil: ProfileRequests['stateUntil'] = async (fits, limitMs = 120_000) => {
    const until = Date.now() + limitMs
    for (;;) {
      const state = await ask('state:read').catch(() => null)
      if (state !== null && fits(state)) return state
      if (Date.now() > until) throw new Error(`waited ${limitMs} ms in vain; there is: ${JSON.stringify(state)}`)
      await sleep(40)
    }
  }

  return {
    ask,
    stateUntil,
    jobUntil: async (jobId, fits) => {
      const find = (state: Snapshot) => state.jobs.find(({ ref }) => ref.jobId === jobId)
      const state = await stateUntil(state => {
        const job = find(state)
        return job !== undefined && fits(job)
      })
      const job = find(state)
      if (job === undefined) throw new Error(`${jobId} is gone again`)
      return job
    },
    lookNow: async () => {
      const { jobs } = await ask('state:read')
      await ask(
        'jobs:look-now',
        jobs.map(({ ref }) => ref),
      )
    },
  }
}
