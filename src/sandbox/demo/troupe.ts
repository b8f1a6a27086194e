import { uuid } from '../ids'
import type { Via } from '../job-store'
import type { Stage } from '../story'
import { type Assignment, assignments } from './assignments'
import { type Calendar, createCalendar } from './calendar'
import { cast, type Ending } from './casting'
import { feedPhases } from './phases'
import { type JobPlan, lifeOf } from './plan'
import { castRetail, type RetailKind } from './retail-casting'
import { type RetailPlan, retailJobAt } from './retail-plan'

/** Draws without putting back, and starts over when the bag is empty. */
function bag<T>(stage: Stage, list: readonly T[]): () => T {
  let rest: T[] = []
  return () => {
    if (rest.length === 0) rest = stage.random.shuffled(list)
    return rest.pop() ?? stage.random.pick(list)
  }
}

export type Troupe = {
  readonly calendar: Calendar
  readonly nextAssignment: () => Assignment
  readonly nextEnding: () => Ending
  /** Puts a job on the stage; when it ends, `after` says who comes next. */
  readonly enter: (plan: JobPlan, after: () => void, via?: Via) => void
  readonly enterRetail: (plan: RetailPlan, after: () => void, via?: Via) => void
  /** A crawl that hands its finds over to an enrichment, which begins when it is dispatched. */
  readonly feed: (since: number, after: () => void) => void
  /** A CSV import and the grid fill that it sets off. */
  readonly importAndFill: (since: number, after: () => void) => void
}

const DISPATCHED = 0.55

export function createTroupe(stage: Stage): Troupe {
  const { clock, random, organization, retailCaller } = stage
  const calendar = createCalendar(clock.now(), random)
  const nextAssignment = bag(stage, assignments)
  const nextEnding = bag<Ending>(stage, [
    ...Array<Ending>(4).fill('completed'),
    ...Array<Ending>(3).fill('completed_with_warnings'),
    ...Array<Ending>(3).fill('partial_success'),
    ...Array<Ending>(2).fill('failed'),
  ])

  const enter = (plan: JobPlan, after: () => void, via: Via = 'story') => {
    const appear = () => {
      stage.merchantops.add(plan.job.job_id, lifeOf(plan), via)
      if (plan.endsAt > clock.now()) clock.at(plan.endsAt, after)
    }
    if (plan.job.created_at > clock.now()) clock.at(plan.job.created_at, appear)
    else appear()
  }

  const enterRetail = (plan: RetailPlan, after: () => void, via: Via = 'story') => {
    const appear = () => {
      stage.retailgrid.add(plan.job.job_id, now => retailJobAt(plan, now), via)
      if (plan.endsAt > clock.now()) clock.at(plan.endsAt, after)
    }
    if (plan.job.created_at > clock.now()) clock.at(plan.job.created_at, appear)
    else appear()
  }

  const feed = (since: number, after: () => void) => {
    let assignment = nextAssignment()
    while (assignment.trade !== 'enrichment') assignment = nextAssignment()
    const [own, childs] = [calendar.take().at, calendar.take().at]
    const createdAt = since + DISPATCHED * (own - since)
    const childTimes = { createdAt, startsAt: createdAt + 4_000, endsAt: childs }
    const child = cast(organization, assignment, nextEnding(), childTimes, random)
    const source = { ...assignment, trade: 'crawl', title: `${assignment.title} (feed)` } as const
    const parent = cast(organization, source, 'completed', { createdAt: since, startsAt: since, endsAt: own }, random, {
      phases: feedPhases,
      quietUntil: 0.1,
      learns: { at: DISPATCHED, metadata: { import_job_id: child.job.job_id } },
    })
    enter(parent, after)
    enter(child, after, 'job')
  }

  const importAndFill = (since: number, after: () => void) => {
    const [own, fills] = [calendar.take().at, calendar.take().at]
    const grid = uuid(random)
    const retail = (kind: RetailKind, endsAt: number, fill?: string) =>
      castRetail(retailCaller, kind, { createdAt: since, startsAt: since + 2_000, endsAt }, random, {
        grid,
        ...(fill === undefined ? {} : { fill }),
      })
    const filling = retail('grid_fill', fills)
    enterRetail(retail('csv_import', own, filling.job.job_id), after)
    enterRetail(filling, after, 'job')
  }

  return { calendar, nextAssignment, nextEnding, enter, enterRetail, feed, importAndFill }
}
