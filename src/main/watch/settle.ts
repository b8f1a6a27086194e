import type { Fault, Result } from '../../shared/fault'
import type { JobRef } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import type { Observation } from '../apis/jobs-api'
import type { Agenda } from './agenda'
import type { Clock } from './clock'
import { afterLook } from './depth'
import type { Look } from './look'
import { hasMoved } from './moved'
import type { Plan } from './plan'

export type SettlePorts = {
  readonly clock: Clock
  readonly job: (ref: JobRef) => WatchedJob | undefined
  /** `asked`: when the look began, monotonic ms. */
  readonly receive: (ref: JobRef, result: Result<Observation>, asked: number) => void
  readonly connectionFault: (connectionId: string, fault: Fault) => void
}

/** True for what no other job of the connection can escape either. */
export const concernsConnection = (fault: Fault): boolean => fault.kind === 'unauthorized' || fault.kind === 'no-key'

/** Enters what a look has brought, hands it on, and has the next one planned, whatever the receiver does. */
export const createSettle =
  ({ clock, job, receive, connectionFault }: SettlePorts, agenda: Agenda, replan: (plan: Plan) => void) =>
  (plan: Plan, seen: Look | null, asked: number): void => {
    if (seen === null) {
      agenda.put(plan, clock.monotonic())
      return
    }
    const { result, attempt } = seen
    plan.lookedAt = clock.monotonic()
    plan.failures = result.ok ? 0 : plan.failures + 1
    plan.depth = afterLook(plan.depth, attempt)
    const before = job(plan.ref)?.job ?? null
    try {
      if (!result.ok && concernsConnection(result.fault)) connectionFault(plan.ref.connectionId, result.fault)
      else receive(plan.ref, result, asked)
    } finally {
      if (result.ok) plan.quiet = hasMoved(before, job(plan.ref)?.job ?? null) ? 0 : plan.quiet + 1
      replan(plan)
    }
  }
