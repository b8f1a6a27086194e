import type { Fault } from './fault'
import type { Post, Waits } from './outbox'
import { timeToTheSecond } from './snooze'
import { faultSentence } from './wording'

/** Waiting alone does not help: a person has to do something first, or may have to. */
export function needsPerson({ fault, connectionPaused }: Waits): boolean {
  if (connectionPaused) return true
  switch (fault?.kind) {
    case 'unauthorized':
    case 'no-key':
    case 'moved':
    case 'not-the-api':
      return true
    default:
      return false
  }
}

export const isHeld = (post: Pick<Post, 'state'> & Waits): boolean => post.state === 'waiting' && needsPerson(post)

/** It will not be sent before then, wall ms, unless a person helps. */
export const isHeldBeyond = (post: Pick<Post, 'state'> & Waits, until: number): boolean =>
  isHeld(post) ||
  (post.state === 'waiting' &&
    post.fault?.kind === 'rate-limited' &&
    post.nextTryAt !== null &&
    Date.parse(post.nextTryAt) > until)

/** Why something is not sent yet, what to do, and whether it goes by itself then. Nothing of it has been applied. */
export function waitSentence({ fault, nextTryAt, connectionPaused }: Waits): string {
  if (connectionPaused) return 'Waits: the connection is paused. Go on with it, and this is sent by itself.'
  return fault === null ? 'Waits for its turn.' : faultWaits(fault, nextTryAt)
}

/** The same where `Waiting` stands before it already: the word is not said twice. */
export function reasonToWait(sentence: string): string {
  const reason = sentence.replace(/^Waits:? /, '')
  return reason.charAt(0).toUpperCase() + reason.slice(1)
}

function faultWaits(fault: Fault, nextTryAt: string | null): string {
  const again = nextTryAt === null ? 'It is tried again soon.' : `It is tried again at ${timeToTheSecond(nextTryAt)}.`
  switch (fault.kind) {
    case 'no-key':
      return `Waits: ${noKey[fault.why]} Then this is sent by itself.`
    case 'unauthorized':
      return 'Waits: the server refused the key (401). Give the connection a valid key. Then this is sent by itself.'
    case 'rate-limited':
      return nextTryAt === null
        ? 'Waits: the server takes no more requests for now. This is sent by itself when it does.'
        : `Waits until ${timeToTheSecond(nextTryAt)}: the server asked for it. Then this is sent by itself.`
    case 'moved': {
      const to = fault.toOrigin === null ? '' : ` to ${fault.toOrigin}`
      return `Waits: the address answers with a redirect${to}, which is not followed. Correct the address of the connection. ${again}`
    }
    case 'not-the-api':
      return `Waits: something other than the jobs API answers. Sign in to the network, or correct the address. ${again}`
    case 'server':
      return `Waits: the server had trouble (${fault.status}). ${again}`
    case 'unreachable':
      return `${faultSentence(fault)} Nothing has left; it is sent by itself when that works again.`
    default:
      return `Waits: ${faultSentence(fault)} ${again}`
  }
}

const noKey: Readonly<Record<Extract<Fault, { kind: 'no-key' }>['why'], string>> = {
  locked: 'the keychain is locked. Unlock it.',
  'no-keychain': 'there is no keychain to read the key from. Start one, or enter the key for this session.',
  none: 'the connection has no key. Enter one.',
}
