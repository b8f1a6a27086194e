import type { Connection } from '../../../shared/connection'
import type { Result } from '../../../shared/fault'
import { createCaller } from '../../apis/call'
import { maxStatusBytes } from '../../apis/http/limits'
import type { HttpPort, JobsApi, KeySource } from '../../apis/jobs-api'
import { impossibleJobId } from '../../apis/prove-key'
import { jobsApis } from '../../apis/registry'
import { tellingClock } from '../../apis/server-clock'
import { isNowhere, isOfAnApi, isRefusal, isUnsent, mayBeNowhere } from './answers'
import type { Answered, Asked } from './evidence'

export type AskPorts = {
  readonly http: HttpPort
  readonly key: KeySource
  /** Ms since 1970. */
  readonly now: () => number
}

const answered = (result: Result<unknown>): Answered => (result.ok ? null : result.fault)

const nobody = { keySending: { kind: 'none' }, organization: null } as const
const alone = { organization: null } as const

/** Asks the server the questions that the others rest on. Each is a read, or an empty report for a job that cannot exist. */
export async function askServer(connection: Connection, { http, key, now }: AskPorts): Promise<Asked> {
  const heard = { aheadMs: null as number | null, answered: false }
  const hearing: HttpPort = request =>
    http({
      ...request,
      onAnswer(head) {
        heard.answered = true
        request.onAnswer?.(head)
      },
    })
  const listening = tellingClock(hearing, now, aheadMs => {
    heard.aheadMs = aheadMs
  })
  const as = (own: Partial<Connection>): Connection => ({ ...connection, ...own })
  const apiOf = (own: Partial<Connection>): JobsApi => jobsApis[connection.vendor](as(own), listening, key)
  const read = async (own: Partial<Connection> = {}) => answered(await apiOf(own).readStatus(impossibleJobId))
  const nowhere = async (own: Partial<Connection> = {}) => {
    const path = ['jobtray-doctor', 'no-such-path']
    const call = { method: 'GET', path, maxBytes: maxStatusBytes, permission: null } as const
    return answered(await createCaller(as(own), listening, key)(call))
  }
  const post = async (own: Partial<Connection> = {}): Promise<{ readonly said?: Answered }> => {
    const { writing } = apiOf(own)
    return writing === null ? {} : { said: answered(await writing.askToPost()) }
  }

  const first = await read()
  const found: { -readonly [Part in keyof Asked]?: Asked[Part] } & { read: Answered } = { read: first }
  if (isUnsent(first)) found.unsigned = await read(nobody)
  if (mayBeNowhere(first)) {
    found.nowhere = await nowhere()
    if (connection.keySending.kind !== 'none') {
      found.unsigned = await read(nobody)
      found.unsignedNowhere = await nowhere(nobody)
    }
  }
  if (!isOfAnApi(first) || isNowhere(found)) return { ...found, ...heard }
  const isOrganized = connection.organization !== null
  if (isOrganized && isRefusal(first)) found.readWithoutOrganization = await read(alone)
  if ((found.readWithoutOrganization ?? first)?.kind === 'unauthorized') return { ...found, ...heard }
  const { said } = await post()
  if (said !== undefined) found.post = said
  if (isOrganized && isRefusal(said)) {
    const { said: saidAlone } = await post(alone)
    if (saidAlone !== undefined) found.postWithoutOrganization = saidAlone
  }
  return { ...found, ...heard }
}
