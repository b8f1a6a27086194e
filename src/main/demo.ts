import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sandbox } from '../sandbox/server'
import { bearer, type ConnectionId } from '../shared/connection'
import type { ConnectionForm, RequestHandlers } from '../shared/ipc'
import type { JobRef } from '../shared/job'
import { demoJobs } from './demo-jobs'
import { chooseLife, type DemoLife, nextLife } from './demo-life'
import type { Board } from './watch/board'

/** The same ids in every demo, so that the keychain holds no keys of sandboxes long gone. */
export function demoIds(isTaken: (id: ConnectionId) => boolean): () => ConnectionId {
  return () => {
    let made = 1
    while (isTaken(`demo-${made}`)) made += 1
    return `demo-${made}`
  }
}

export type Demo = { readonly sandbox: Sandbox; readonly life: DemoLife; readonly isNew: boolean }

const lifeFile = (profile: string): string => join(profile, 'demo.json')

/**
 * Starts the sandbox inside this process. A restart goes on with the life that was lived: the jobs that ran go on, and
 * what ended meanwhile is news. When that cannot be, another life begins, and nothing of the former is told again.
 */
export async function openDemo(profile: string, seed: number | null): Promise<Demo> {
  const { startSandbox } = await import('../sandbox/server')
  const kept = demoJobs(profile)
  const open = (life: DemoLife) => startSandbox({ story: 'demo', kept, ...life })
  const chosen = chooseLife(readText(lifeFile(profile)), seed, Date.now(), Math.random)
  const begun = async () => {
    // Another life brings other jobs, and none of a person's former ones.
    kept.clear()
    const life = chosen.isNew ? chosen.life : nextLife(chosen.life, seed, Date.now(), Math.random)
    const sandbox = await open(life).catch(() => open({ ...life, port: 0 }))
    return { sandbox, life: { ...life, port: portOf(sandbox) }, isNew: true }
  }
  if (chosen.isNew) return begun()
  // Somebody else may have taken its port meanwhile.
  return open(chosen.life).then(sandbox => ({ sandbox, life: chosen.life, isNew: false }), begun)
}

/**
 * For the next start. Once the journal holds nothing of a former life, and not before: killed in between, it begins anew.
 * A disk that refuses leads to the same.
 */
export function noteLife(profile: string, { life, isNew }: Demo): void {
  if (!isNew) return
  try {
    writeFileSync(lifeFile(profile), JSON.stringify(life))
  } catch {
    // As said.
  }
}

const portOf = ({ ready }: Sandbox): number => Number(new URL(ready.merchantops.url).port)

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

type Ports = {
  readonly handlers: Pick<RequestHandlers, 'connections:save' | 'jobs:watch' | 'settings:change'>
  readonly board: Pick<Board, 'connection'>
  /** A person has taken it off the list. */
  readonly isForgotten: (ref: JobRef) => boolean
}

/** Connects to the sandbox as anyone would: over HTTP, with this run's keys, which go to the keychain. */
export async function connectDemo({ sandbox, isNew }: Demo, { handlers, board }: Ports): Promise<void> {
  const { merchantops, retailgrid } = sandbox.ready
  const connect = async (id: ConnectionId, form: Omit<ConnectionForm, 'keySending'>): Promise<void> => {
    const known = board.connection(id)
    const whole = { ...form, name: known?.name ?? form.name, keySending: bearer }
    const answer = await handlers['connections:save'](known === undefined ? null : id, whole, true)
    if (!answer.ok) throw new Error(`The sandbox could not be connected: ${answer.message}`)
  }
  const { organization } = merchantops
  const [merchantUrl, retailUrl] = [merchantops.url, retailgrid.url]
  await connect(demoConnections.merchantops, {
    name: 'MerchantOps sandbox',
    vendor: 'merchantops',
    baseUrl: merchantUrl,
    organization,
    key: merchantops.keys.full,
  })
  await connect(demoConnections.retailgrid, {
    name: 'Retailgrid sandbox',
    vendor: 'retailgrid',
    baseUrl: retailUrl,
    organization: '',
    key: retailgrid.key,
  })
  // Shows what it is: one word for a family, when all of it has ended, and why a job failed.
  if (isNew) await handlers['settings:change']({ holdForFamily: true, tellReasons: true })
}

const demoConnections = { merchantops: 'demo-1', retailgrid: 'demo-2' } as const

/**
 * Neither API lists jobs, so the sandbox tells which ones begin. Those that a job sets off are left to be found through
 * it; what ended while nobody watched was on nobody's list.
 */
export async function watchDemo({ sandbox, isNew }: Demo, { handlers, isForgotten }: Ports): Promise<void> {
  const watch = async ({
    vendor,
    job_id: jobId,
    via,
  }: Pick<Sandbox['ready']['jobs'][number], 'vendor' | 'job_id' | 'via'>) => {
    const connectionId = demoConnections[vendor]
    if (via !== 'job' && !isForgotten({ connectionId, jobId })) await handlers['jobs:watch'](connectionId, jobId)
  }
  // A full disk, or an app that is quitting: the next start has it on its list.
  sandbox.onJob(job => watch(job).catch(() => undefined))
  await Promise.all(sandbox.ready.jobs.filter(({ ended }) => isNew || !ended).map(watch))
}
