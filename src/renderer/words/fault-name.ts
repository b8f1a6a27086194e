import { assertNever, type Fault } from '../../shared/fault'

/** A fault in two or three words, for the places where the whole sentence does not fit. Lower case. */
export function faultName(fault: Fault): string {
  switch (fault.kind) {
    case 'unauthorized':
      return 'key refused'
    case 'forbidden':
      return 'not allowed'
    case 'not-found':
      return 'not found'
    case 'conflict':
    case 'rejected':
      return 'request refused'
    case 'rate-limited':
      return 'slowed down'
    case 'server':
      return 'server trouble'
    case 'moved':
      return 'address moved'
    case 'unreachable':
      return 'unreachable'
    case 'not-the-api':
      return 'not the jobs API'
    case 'garbled':
      return 'unreadable answer'
    case 'too-large':
      return 'answer too large'
    case 'no-key':
      return fault.why === 'locked' ? 'keychain locked' : fault.why === 'none' ? 'no key' : 'no keychain'
    default:
      return assertNever(fault)
  }
}
