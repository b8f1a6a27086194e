import { firstLooksASecond } from '../../shared/pace'
import type { Pace } from '../../shared/settings'
import { createHeap, type Heap } from './heap'
import { createFirstLooks, type FirstLooks } from './origin/first-looks'
import { createOrigin, type Origin } from './origin/origin'
import type { Plan } from './plan'

/** The looks at one connection's jobs that are due, at one server. `firsts`: at those that were never seen. */
export type Lane = {
  readonly connectionId: string
  readonly server: Server
  readonly ready: Heap<Plan>
  readonly firsts: Heap<Plan>
}

/** One server, whichever connections name it. `turn`: whose turn it is among the lanes. */
export type Server = {
  readonly name: string
  readonly origin: Origin
  readonly firstLooks: FirstLooks
  readonly lanes: Lane[]
  turn: number
  /** The last look was one at a never-seen job: another one's turn, so that neither kind waits for the other. */
  wasFirst: boolean
}

export type AgendaPorts = {
  readonly random: () => number
  /** Scheme, host and port that a connection's requests go to. */
  readonly originOf: (connectionId: string) => string
  /** Stands in the way of every job of a connection. */
  readonly isBlocked: (connectionId: string) => boolean
  readonly pace: () => Pace
}

/**
 * Which look is next: one heap of what is to come, and for each server, connection by connection, what is due. A job is
 * in one of them, or under way, never in two; a connection with ten thousand jobs cannot keep another's from being seen.
 */
export function createAgenda({ random, originOf, isBlocked, pace }: AgendaPorts) {
  const waiting = createHeap<Plan>()
  const servers = new Map<string, Server>()
  const lanes = new Map<string, Lane>()
  const underWay = new Set<string>()
  /** What waits for an older look at the same job to end. */
  const held = new Map<string, Plan>()

  const serverOf = (name: string): Server => {
    const known = servers.get(name)
    if (known !== undefined) return known
    const firstLooks = createFirstLooks(() => firstLooksASecond[pace()])
    const server = { name, origin: createOrigin(random), firstLooks, lanes: [], turn: 0, wasFirst: false }
    servers.set(name, server)
    return server
  }

  const remove = (plan: Plan): void => {
    waiting.remove(plan)
    plan.lane.ready.remove(plan)
    plan.lane.firsts.remove(plan)
    if (held.get(plan.key) === plan) held.delete(plan.key)
  }

  const nextIn = (server: Server, kind: 'ready' | 'firsts'): Plan | undefined => {
    const many = server.lanes.length
    for (let step = 0; step < many; step += 1) {
      const lane = server.lanes[(server.turn + step) % many]
      if (lane === undefined || lane[kind].size() === 0 || isBlocked(lane.connectionId)) continue
      server.turn = (server.turn + step + 1) % many
      server.wasFirst = kind === 'firsts'
      return lane[kind].take()
    }
    return undefined
  }
  const firstOf = (server: Server, now: number): Plan | undefined => {
    const plan = server.firstLooks.opensAt(now) > now ? undefined : nextIn(server, 'firsts')
    if (plan === undefined) return undefined
    server.firstLooks.begin(now)
    plan.isFirst = false
    return plan
  }
  /** Round and round, so that none waits longer than for one look of each other. */
  const nextOf = (server: Server, now: number): Plan | undefined =>
    server.wasFirst
      ? (nextIn(server, 'ready') ?? firstOf(server, now))
      : (firstOf(server, now) ?? nextIn(server, 'ready'))
  const firstsWait = ({ lanes: own }: Server): boolean =>
    own.some(({ firsts, connectionId }) => firsts.size() > 0 && !isBlocked(connectionId))

  return {
    servers: (): Iterable<Server> => servers.values(),
    /** Where the looks of a connection go now; its address may have been changed. */
    laneOf(connectionId: string): Lane {
      const name = originOf(connectionId)
      const key = `${connectionId} ${name}`
      const known = lanes.get(key)
      if (known !== undefined) return known
      const server = serverOf(name)
      const lane = { connectionId, server, ready: createHeap<Plan>(), firsts: createHeap<Plan>() }
      lanes.set(key, lane)
      server.lanes.push(lane)
      return lane
    },
    put(plan: Plan, due: number): void {
      remove(plan)
      plan.due = due
      if (underWay.has(plan.key)) held.set(plan.key, plan)
      else waiting.put(plan)
    },
    remove,
    /** Takes out what may begin now, each to be begun at once. */
    *due(now: number): Iterable<Plan> {
      for (let plan = waiting.first(); plan !== undefined && plan.due <= now; plan = waiting.first()) {
        waiting.remove(plan)
        plan.lane[plan.isFirst ? 'firsts' : 'ready'].put(plan)
      }
      for (const server of servers.values()) {
        while (server.origin.opensAt() <= now) {
          const plan = nextOf(server, now)
          if (plan === undefined) break
          underWay.add(plan.key)
          yield plan
        }
      }
    },
    /** The look at a job has ended, so that the next one may begin. */
    ended(key: string): void {
      underWay.delete(key)
      const plan = held.get(key)
      held.delete(key)
      if (plan !== undefined) waiting.put(plan)
    },
    /** When there is something to do next, as far as time alone decides; infinite: not before something else happens. */
    nextAt(now: number): number {
      let earliest = waiting.first()?.due ?? Number.POSITIVE_INFINITY
      for (const server of servers.values()) {
        const until = server.origin.waitsUntil(now)
        if (until !== null && until < earliest) earliest = until
        const opens = firstsWait(server) ? server.firstLooks.opensAt(now) : now
        // Once it is open, it is the end of a look under way, or of a pause, that lets the next one begin.
        if (opens > now && opens < earliest) earliest = opens
      }
      return earliest
    },
  }
}

export type Agenda = ReturnType<typeof createAgenda>
