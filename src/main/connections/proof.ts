import type { ConnectionAnswer } from '../../shared/ipc'
import { faultSentence } from '../../shared/wording'
import type { KeyProof } from '../apis/prove-key'
import { refuse } from './form'

/**
 * What a person is told when the key was not accepted; null: go on. A refused key is never kept; where the proof could
 * not be made at all, a person may insist (issue 2).
 */
export function refusalOf(proof: KeyProof, insist: boolean): Extract<ConnectionAnswer, { ok: false }> | null {
  switch (proof.kind) {
    case 'accepted':
      return null
    case 'refused':
      return refuse('key', faultSentence(proof.fault))
    case 'unproven':
      if (insist) return null
      return refuse(proof.fault.kind === 'no-key' ? 'key' : 'baseUrl', faultSentence(proof.fault), true)
  }
}
