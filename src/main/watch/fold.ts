import { type Counts, isActive, type Job, type Outcome, type Percent, worse } from '../../shared/job'
import type { JobFacts } from '../apis/jobs-api'
import { ranUnseen } from './rerun'

const nothingKnown: Omit<Job, 'status' | 'phase' | 'outcome'> = {
  jobType: null,
  percent: { value: null, source: 'none' },
  total: null,
  processed: null,
  failed: null,
  warned: null,
  createdAt: null,
  startedAt: null,
  completedAt: null,
  durationSeconds: null,
  successRate: null,
  stage: null,
  lastMessage: null,
  errorMessage: null,
  errorsListed: 0,
  warningsListed: 0,
  triggeredBy: null,
  links: [],
  gridId: null,
  gridItemsCount: null,
  progressSent: null,
  epoch: 0,
}

/** What belongs to one run and must not outlive it when the job runs again. */
const freshRun = { completedAt: null, durationSeconds: null, errorMessage: null }

/**
 * Lays an answer over what was known: a field the answer carries wins, a field it lacks stays (architecture rule 4).
 * An ended job that is queued or running again, or has been so unseen, begins a new epoch (api-notes E13). `hadEnded`: its
 * present epoch has, though its status has become a word that nobody knows.
 */
export function fold(known: Job | null, facts: JobFacts, hadEnded = false): Job {
  const { percentSent, ...fields } = facts
  const runsAgain = known !== null && (isBegunAnew(known, facts, hadEnded) || ranUnseen(known, facts))
  const base = known ?? nothingKnown
  const merged = {
    ...base,
    ...(runsAgain ? freshRun : {}),
    ...fields,
    ...(stillEnded(known, facts) ? { phase: known.phase, outcome: known.outcome } : {}),
    epoch: base.epoch + (runsAgain ? 1 : 0),
  }
  return {
    ...merged,
    outcome: outcomeOf(merged),
    percent: percentOf(percentSent === undefined ? sentBefore(known) : percentSent, merged),
  }
}

const isBegunAnew = (known: Job, facts: JobFacts, hadEnded: boolean): boolean =>
  (known.phase === 'ended' || (known.phase === 'unknown' && hadEnded)) &&
  (facts.phase === 'queued' || facts.phase === 'running')

/** The light status tells no time of the end, so an unknown word that had ended by it has not begun anew (api-notes E2). */
const stillEnded = (known: Job | null, facts: JobFacts): known is Job =>
  known?.phase === 'ended' &&
  facts.phase === 'unknown' &&
  facts.status === known.status &&
  facts.completedAt === undefined

const sentBefore = (known: Job | null): number | null =>
  known?.percent.source === 'server' ? known.percent.value : null

/** Only the status ends a job (api-notes E4); the counts can make a good ending worse, never better (E9). */
function outcomeOf(job: Pick<Job, 'phase' | 'outcome' | 'failed' | 'warned'>): Outcome | null {
  if (isActive(job)) return null
  const said = job.outcome ?? 'unknown'
  if (said !== 'succeeded' && said !== 'warned') return said
  if (job.failed !== null && job.failed > 0) return worse(said, 'partial')
  if (job.warned !== null && job.warned > 0) return worse(said, 'warned')
  return said
}

const clamp = (value: number): number => Math.min(100, Math.max(0, value))

function percentOf(sent: number | null, counts: Counts): Percent {
  if (sent !== null && Number.isFinite(sent)) return { value: clamp(sent), source: 'server' }
  const { total, processed, failed } = counts
  if (total === null || total <= 0 || processed === null) return { value: null, source: 'none' }
  return { value: clamp(((processed + (failed ?? 0)) / total) * 100), source: 'estimated' }
}
