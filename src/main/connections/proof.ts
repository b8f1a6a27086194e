import type { Connection } from '../../shared/connection'
import type { Fault } from '../../shared/fault'
import type { ConnectionAnswer } from '../../shared/ipc'
import { faultSentence } from '../../shared/wording'
import type { JobsApi } from '../apis/jobs-api'
import { type KeyProof, proveKey } from '../apis/prove-key'
import { refuse } from './form'

type Refusal = Extract<ConnectionAnswer, { ok: false }>

/** A key that is good by itself and refused together with the organization is not the key's fault. */
export type Proof = KeyProof | { readonly kind: 'organization-refused'; readonly fault: Refused }

type Refused = Extract<KeyProof, { kind: 'refused' }>['fault']

const serverSays = ({ said }: Refused): string => (said === null ? '' : ` The server says: ${said}`)

/** Proves a connection; where it is forbidden, once more without the organization, to tell which of the two is refused. */
export async function prove(connection: Connection, apiOf: (connection: Connection) => JobsApi): Promise<Proof> {
  const proof = await proveKey(apiOf(connection))
  if (proof.kind !== 'refused' || proof.fault.kind !== 'forbidden' || connection.organization === null) return proof
  const without = await proveKey(apiOf({ ...connection, organization: null }))
  return without.kind === 'accepted' ? { kind: 'organization-refused', fault: proof.fault } : proof
}

/**
 * What a person is told when the key was not accepted; null: go on. A refused key is never kept; where the proof could
 * not be made at all, a person may insist (issue 2).
 */
export function refusalOf(proof: Proof, insist: boolean, sendsKey: boolean): Refusal | null {
  switch (proof.kind) {
    case 'accepted':
      return null
    case 'refused': {
      if (!sendsKey) return refuse('keySending', 'The server asks for a key. Choose how it is sent, and enter one.')
      // It may be one that creates and reports and never watches.
      if (proof.fault.kind === 'forbidden')
        return insist ? null : refuse('key', `${mayNotRead}${serverSays(proof.fault)}`, true)
      return refuse('key', `${faultSentence(proof.fault)}${serverSays(proof.fault)}`)
    }
    case 'organization-refused':
      return refuse(
        'organization',
        `The key does not belong to this organization. Check its id.${serverSays(proof.fault)}`,
      )
    case 'unproven':
      return refusedHere(proof.fault) ?? (insist ? null : unproven(proof.fault))
  }
}

/** What cannot even be sent stays wrong however long one waits, so there is nothing to insist on. */
function refusedHere(fault: Fault): Refusal | null {
  if (fault.kind !== 'rejected' || fault.status !== 0) return null
  return refuse(fault.complaints[0]?.at === 'X-Organization-ID' ? 'organization' : 'keySending', faultSentence(fault))
}

function unproven(fault: Fault): Refusal {
  if (fault.kind === 'not-found') return refuse('baseUrl', noJobsHere, true)
  if (fault.kind === 'no-key') return refuse('key', faultSentence(fault), true)
  if (fault.kind === 'server') return refuse('baseUrl', `The server has trouble (${fault.status}). ${notTried}`, true)
  if (fault.kind === 'rate-limited') return refuse('baseUrl', `The server gets too many requests. ${notTried}`, true)
  return refuse('baseUrl', faultSentence(fault), true)
}

const mayNotRead =
  'The key may not read jobs (job:read). Keep it only to create jobs and report progress: nothing can be watched with it.'

const noJobsHere =
  'The server answers, but knows no jobs API at this address. Check the address; keep it only if you know it is right.'

// The sentences for jobs say "looking again by itself"; a form is not tried again by itself.
const notTried = 'The key could not be tried; try again later.'
