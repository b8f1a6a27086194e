import type { JobFacts, Observation } from '../../src/main/apis/jobs-api'
import { bearer } from '../../src/shared/connection'
import type { Job, JobIssue } from '../../src/shared/job'
import type { ConnectionView, NoticeView, WatchedJob } from '../../src/shared/snapshot'
import type { TimelineEntry } from '../../src/shared/timeline'

const noon = '2026-03-02T12:00:00.000Z'

export const aJob = (own: Partial<Job> = {}): Job => ({
  jobType: 'enrichment',
  status: 'in_progress',
  phase: 'running',
  outcome: null,
  percent: { value: 40, source: 'server' },
  total: 100,
  processed: 40,
  failed: 0,
  warned: 0,
  createdAt: noon,
  startedAt: noon,
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
  ...own,
})

export const anEndedJob = (own: Partial<Job> = {}): Job =>
  aJob({ status: 'completed', phase: 'ended', outcome: 'succeeded', processed: 100, completedAt: noon, ...own })

export const aWatchedJob = (own: Partial<WatchedJob> = {}): WatchedJob => ({
  ref: { connectionId: 'c1', jobId: 'enrichment-5f2c81d0' },
  vendor: 'merchantops',
  addedAt: noon,
  origin: 'added',
  job: aJob(),
  seenAt: noon,
  triedAt: noon,
  fault: null,
  endedSeenAt: null,
  gone: false,
  ...own,
})

export const anUnseenJob = (own: Partial<WatchedJob> = {}): WatchedJob =>
  aWatchedJob({ job: null, seenAt: null, triedAt: null, ...own })

export const someFacts = (own: Partial<JobFacts> = {}): JobFacts => ({
  status: 'in_progress',
  phase: 'running',
  outcome: null,
  ...own,
})

export const someEndedFacts = (own: Partial<JobFacts> = {}): JobFacts =>
  someFacts({ status: 'completed', phase: 'ended', outcome: 'succeeded', ...own })

export const anObservation = (facts: JobFacts = someFacts(), own: Partial<Observation> = {}): Observation => ({
  source: 'detail',
  facts,
  bytes: 500,
  ...own,
})

export const aConnection = (own: Partial<ConnectionView> = {}): ConnectionView => ({
  id: 'c1',
  name: 'Outfitters',
  vendor: 'merchantops',
  baseUrl: 'https://api.example.com',
  organization: null,
  keySending: bearer,
  createdAt: noon,
  keyState: 'has-key',
  fault: null,
  ...own,
})

export const aNotice = (own: Partial<NoticeView> = {}): NoticeView => ({
  id: 1,
  kind: 'ended',
  connectionId: 'c1',
  ref: { connectionId: 'c1', jobId: 'enrichment-5f2c81d0' },
  outcome: 'failed',
  title: 'Enrichment failed',
  body: '10 of 100 items, 90 failed\n5f2c81d0 · Outfitters',
  at: noon,
  seen: false,
  ...own,
})

export const anIssue = (own: Partial<JobIssue> = {}): JobIssue => ({
  entityKey: 'SKU-1042',
  entityType: 'product',
  errorType: 'image_missing',
  message: 'The main image answers 404.',
  step: 'download',
  timestamp: noon,
  details: null,
  ...own,
})

export const aMoment = (own: Partial<TimelineEntry> = {}): TimelineEntry => ({
  at: noon,
  unseenSince: null,
  epoch: 0,
  status: 'in_progress',
  phase: 'running',
  stage: null,
  message: null,
  percent: null,
  total: 100,
  processed: 40,
  failed: 0,
  warned: 0,
  ...own,
})
