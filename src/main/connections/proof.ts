import type { Fault } from '../../shared/fault'
import type { ConnectionAnswer } from '../../shared/ipc'
import { faultSentence } from '../../shared/wording'
import type { KeyProof } from '../apis/prove-key'
import { refuse } from './form'

type Refusal = Extract<ConnectionAnswer, { ok: false }>

/**
 * What a person is told when the key was not accepted; null: go on. A refused key is never kept; where the proof could
 * not be made at all, a person may insist (issue 2).
 */
export function refusalOf(proof: KeyProof, insist: boolean, sendsKey: boolean): Refusal | null {
  switch (proof.kind) {
    case 'accepted':
      return null
    case 'refused': {
      if (!sendsKey) return refuse('keySending', 'The server asks for a key. Choose how it is sent, and enter one.')
      const { said } = proof.fault
      return refuse('key', `${faultSentence(proof.fault)}${said === null ? '' : ` The server says: ${said}`}`)
    }
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
  if (fault.kind === 'no-key') return refuse('key', faultSentence(fault), true)
  if (fault.kind === 'server') return refuse('baseUrl', `The server has trouble (${fault.status}). ${notTried}`, true)
  if (fault.kind === 'rate-limited') return refuse('baseUrl', `The server gets too many requests. ${notTried}`, true)
  return refuse('baseUrl', faultSentence(fault), true)
}

// The sentences for jobs say "looking again by itself"; a form is not tried again by itself.
const notTried = 'The key could not be tried; try again later.'
