import { vendorNames } from '../../../shared/connection'
import type { Fault } from '../../../shared/fault'
import { timeToTheSecond } from '../../../shared/snooze'
import { faultSentence } from '../../../shared/wording'
import { isNowhere, isOfAnApi, isUnsent } from './answers'
import type { Answered, Asked, Evidence } from './evidence'
import { type Finding, type Findings, failed, notNeeded, notReached, ok, restsOnAnother, step } from './step'

/** Farther apart than this, times and waits go wrong in ways that are seen, ms. */
const clocksMayDiffer = 60_000

/** What answers there, and its clock. `isReached`: nothing stands in the way to it. */
export function apiSteps(evidence: Evidence, isReached: boolean): Findings<'api' | 'key' | 'clock'> {
  const { asked } = evidence
  const api = !isReached ? restsOnAnother : asked === null ? notAsked(evidence) : apiFinding(asked, evidence)
  return {
    api: step('api', api),
    key: step('key', asked === null || api.state !== 'ok' ? restsOnAnother : keyFinding(asked, evidence)),
    clock: step('clock', asked === null ? restsOnAnother : clockFinding(asked)),
  }
}

const notAsked = ({ waitsUntil }: Evidence): Finding =>
  waitsUntil === null
    ? restsOnAnother
    : failed(
        `The server asked for no requests until ${timeToTheSecond(waitsUntil)}, so it was not asked.`,
        'Test again then, or ask all the same.',
      )

const addressAdvice = 'Check the address: its host, its port, and the part after them.'

function apiFinding(asked: Asked, { vendor }: Evidence): Finding {
  const name = vendorNames[vendor]
  const fault = isUnsent(asked.read) ? asked.unsigned : asked.read
  if (isNowhere(asked)) {
    return failed(
      `There is no ${name} jobs API at this path: the server knows it no better than a path that does not exist.`,
      'Check the part of the address after the host name.',
    )
  }
  if (isOfAnApi(fault)) return ok(`Answers as the ${name} jobs API.`)
  return fault === null || fault === undefined ? restsOnAnother : noApi(fault)
}

function noApi(fault: Fault): Finding {
  switch (fault.kind) {
    case 'not-the-api':
      return failed(
        `Answers ${fault.contentType === null ? 'something' : `with ${fault.contentType}`} that is not JSON, so it is not the jobs API.`,
        `${addressAdvice} A network that wants a sign-in first answers like this too.`,
      )
    case 'moved':
      return failed(
        `Answers with a redirect${fault.toOrigin === null ? '' : ` to ${fault.toOrigin}`}, which is never followed with a key.`,
        'Correct the address to the place it leads to, if you trust that.',
      )
    case 'garbled':
      return failed(`Answers JSON that is no job: ${fault.what}.`, addressAdvice)
    case 'too-large':
      return failed('Answers with more than any job status has.', addressAdvice)
    case 'server':
      return failed(`The server has trouble (${fault.status}).`, 'Try again later, or ask whoever runs the server.')
    case 'rate-limited':
      return failed('The server gets too many requests.', 'Try again later.')
    case 'unreachable':
      return fault.cause === 'proxy' || fault.cause === 'tls'
        ? restsOnAnother
        : failed(faultSentence(fault), 'Ask again. If it stays so, ask whoever runs the server.')
    default:
      return notReached('It could not be told.')
  }
}

type Unsent = Extract<Fault, { kind: 'no-key' | 'rejected' }>

const unsentSentence = (fault: Unsent): string => {
  if (fault.kind === 'rejected') return faultSentence(fault)
  if (fault.why === 'none') return 'This connection has no key.'
  return fault.why === 'locked'
    ? 'The keychain is locked, or new and without this key.'
    : 'There is no keychain to read the key from.'
}

/** A key that the keychain keeps to itself may well be right. */
function unsentAdvice(fault: Unsent): string {
  if (fault.kind === 'rejected') return 'Correct the key of this connection, or how it is sent.'
  if (fault.why === 'none') return 'Enter the key.'
  return fault.why === 'locked'
    ? 'Unlock the keychain and retry, or enter the key again.'
    : 'Start a keychain, or enter the key for this session.'
}

function keyFinding(asked: Asked, { sendsKey }: Evidence): Finding {
  const { read } = asked
  if (isUnsent(read)) return failed(unsentSentence(read), unsentAdvice(read))
  const said: Answered = read?.kind === 'unauthorized' ? (asked.readWithoutOrganization ?? read) : read
  if (said?.kind === 'unauthorized') {
    return sendsKey
      ? failed('The server refused the key (401).', 'Enter a valid key, and check how the server wants it to be sent.')
      : failed('The server wants a key, and this connection sends none.', 'Choose how the key is sent, and enter it.')
  }
  if (!sendsKey) return notNeeded('This connection sends none, and the server asks for none.')
  if (said?.kind === 'rejected') return notReached(`The server refused the question itself (${said.status}).`)
  return ok('Accepted.')
}

const apart = (ms: number): string => {
  const seconds = Math.round(Math.abs(ms) / 1_000)
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} minutes`
}

function clockFinding({ answered, aheadMs }: Asked): Finding {
  if (!answered) return restsOnAnother
  if (aheadMs === null) return notNeeded('The server does not tell its time.')
  const side = aheadMs < 0 ? 'behind' : 'ahead of'
  if (Math.abs(aheadMs) <= clocksMayDiffer) return ok(`The clocks differ by ${apart(aheadMs)}.`)
  return failed(
    `The server’s clock is ${apart(aheadMs)} ${side} this computer’s.`,
    'Set the clock of this computer. If that is right, ask whoever runs the server to set theirs.',
  )
}
