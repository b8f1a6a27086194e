import { describe, expect, it } from 'vitest'
import { type Fate, fateOf, holdsRun, type LookFate, lookFateOf, retryDelay } from '../../../src/main/outbox/fate'
import { type Fault, faultKinds, type UnreachableCause } from '../../../src/shared/fault'

const server = (status: number): Fault => ({ kind: 'server', status, retryAfterMs: null })
const moved = (status: number): Fault => ({ kind: 'moved', status, toOrigin: null })
const unreachable = (cause: UnreachableCause, mayHaveArrived: boolean): Fault => ({
  kind: 'unreachable',
  cause,
  reason: '',
  mayHaveArrived,
})
const rejected = (status: number): Fault => ({ kind: 'rejected', status, complaints: [], said: null })

const fates: readonly (readonly [Fault, Fate, LookFate, string])[] = [
  [{ kind: 'unauthorized', said: null }, 'put-off', 'hold', 'RFC 9110 15.5.2: not applied'],
  [
    { kind: 'forbidden', permission: 'job:create', said: null },
    'refused',
    'go-on',
    'E20: a key may create and not read',
  ],
  [{ kind: 'not-found', said: null }, 'refused', 'go-on', 'page 003: another organization’s job answers 404'],
  [{ kind: 'conflict', status: 409, said: null }, 'refused', 'go-on', 'reliability fault 53'],
  [rejected(0), 'refused', 'go-on', 'refused on this side'],
  [rejected(422), 'refused', 'go-on', 'page 003: 422'],
  [rejected(413), 'refused', 'go-on', 'RFC 9110 15.5.14'],
  [{ kind: 'no-key', why: 'locked' }, 'put-off', 'hold', 'nothing was sent'],
  [{ kind: 'rate-limited', retryAfterMs: 1_000 }, 'put-off', 'hold', 'RFC 6585 4: not applied'],
  [moved(301), 'refused', 'hold', 'RFC 9110 15.4.2, api-notes E31'],
  [moved(302), 'unknown', 'hold', 'the old way of answering a post that was taken'],
  [moved(303), 'unknown', 'hold', 'RFC 9110 15.4.4: the answer is elsewhere'],
  [moved(307), 'refused', 'hold', 'RFC 9110 15.4.8: to be repeated elsewhere'],
  [moved(308), 'refused', 'hold', 'RFC 9110 15.4.9'],
  [server(500), 'unknown', 'hold', 'it may have failed after the write'],
  [server(501), 'refused', 'hold', 'RFC 9110 15.6.2'],
  [server(502), 'unknown', 'hold', 'RFC 9110 15.6.3: a gateway'],
  [server(503), 'unknown', 'hold', 'from a gateway behind which the job was changed'],
  [server(504), 'unknown', 'hold', 'RFC 9110 15.6.5: a gateway that waited in vain'],
  [server(505), 'refused', 'hold', 'RFC 9110 15.6.6'],
  [server(408), 'refused', 'hold', 'RFC 9110 15.5.9: the request was never complete'],
  [server(425), 'refused', 'hold', 'RFC 8470 5.2: not processed'],
  [unreachable('name', false), 'not-left', 'hold', 'issue 4'],
  [unreachable('connect', false), 'not-left', 'hold', 'issue 4'],
  [unreachable('tls', false), 'not-left', 'hold', 'issue 4'],
  [unreachable('timeout', false), 'not-left', 'hold', 'a connection was never made'],
  [unreachable('timeout', true), 'unknown', 'hold', 'E24'],
  [unreachable('cut', true), 'unknown', 'hold', 'E24'],
  [unreachable('proxy', true), 'unknown', 'hold', 'whoever answered may have passed it on'],
  [{ kind: 'not-the-api', contentType: 'text/html' }, 'unknown', 'hold', 'E23, E32'],
  [{ kind: 'garbled', what: 'job_id is missing' }, 'unknown', 'go-on', 'E32: 2xx without a valid body'],
  [{ kind: 'too-large', limitBytes: 1 }, 'unknown', 'go-on', 'E32: 2xx, not read'],
]

describe('what became of a post', () => {
  it.each(fates)('%j: %s', (fault, fate) => {
    expect(fateOf(fault)).toBe(fate)
  })

  it.each(fates)('after a look just before it that met %j: %s, %s', (fault, _fate, lookFate) => {
    expect(lookFateOf(fault)).toBe(lookFate)
  })

  it('is decided for every fault there is', () => {
    expect(new Set(fates.map(([fault]) => fault.kind))).toEqual(new Set(faultKinds))
  })

  it('is sent again by itself in no case but that it never left, or that every request was refused', () => {
    const again = (fate: Fate) => fates.filter(([fault]) => fateOf(fault) === fate).map(([fault]) => fault)
    expect(again('not-left').every(fault => fault.kind === 'unreachable' && !fault.mayHaveArrived)).toBe(true)
    expect(again('put-off').map(({ kind }) => kind)).toEqual(['unauthorized', 'no-key', 'rate-limited'])
  })
})

describe('a run', () => {
  it('is held where every further post would be refused alike until a person helps, and goes on past a single bad entry', () => {
    expect(holdsRun({ kind: 'not-found', said: null })).toBe(true)
    expect(holdsRun(rejected(0))).toBe(true)
    expect(holdsRun(rejected(422))).toBe(false)
  })
})

describe('the time until the next try', () => {
  it('grows from about a second to about a minute', () => {
    const down = unreachable('connect', false)
    expect(retryDelay(down, 0, 0.5)).toBe(1_000)
    expect(retryDelay(down, 3, 0.5)).toBe(8_000)
    expect(retryDelay(down, 50, 0)).toBe(45_000)
    expect(retryDelay(down, 50, 1)).toBe(75_000)
  })

  it('is longer where waiting alone may not help, and is not set at all where the key must come first', () => {
    const signIn: Fault = { kind: 'not-the-api', contentType: 'text/html' }
    expect(retryDelay(signIn, 0, 0.5)).toBe(15_000)
    expect(retryDelay(signIn, 50, 0.5)).toBe(300_000)
    expect(retryDelay({ kind: 'no-key', why: 'locked' }, 0, 0.5)).toBeNull()
    expect(retryDelay({ kind: 'unauthorized', said: null }, 0, 0.5)).toBeNull()
  })
})
