import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readArguments } from '../../src/main/arguments'
import { defaultProfile } from '../../src/profile/paths'

const live = { mode: 'live', profile: defaultProfile('live'), seconds: null, seed: null }
const demo = { ...live, mode: 'demo', profile: defaultProfile('demo') }

describe('the options of the app', () => {
  it.each([
    [[], live],
    [['electron', '.'], live],
    [['--live'], live],
    [['--demo'], demo],
    [['electron', '.', '--demo', '--seconds', '60'], { ...demo, seconds: 60 }],
    [['--demo', '--seconds=0.5'], { ...demo, seconds: 0.5 }],
    [['--demo', '--seed', '7'], { ...demo, seed: 7 }],
    [['--demo', '--seed', '0'], { ...demo, seed: 0 }],
    [['--profile', '/tmp/p'], { ...live, profile: '/tmp/p' }],
    [['--profile=/tmp/p', '--demo'], { ...demo, profile: '/tmp/p' }],
    [['--profile', 'here'], { ...live, profile: resolve('here') }],
    [['--seconds', '5', '--seconds', '6'], { ...live, seconds: 6 }],
    [['--no-sandbox', '--remote-debugging-port=0', '--demo'], demo],
    [['--inspect=0', '--ozone-platform', 'x11', '--demo'], demo],
    [['-psn_0_12345', 'https://example.com', '--demo'], demo],
  ])('%j are understood', (argv, launch) => {
    expect(readArguments(argv)).toEqual({ ok: true, launch })
  })

  it.each([
    [['--demo', '--live'], /Choose one/],
    [['--demo=yes'], /--demo takes no value/],
    [['--profile'], /--profile needs a value/],
    [['--profile', ''], /--profile needs a value/],
    [['--profile', '--demo'], /--profile needs a value/],
    [['--seconds'], /--seconds needs a value/],
    [['--seconds', 'soon'], /--seconds takes a number, not “soon”/],
    [['--seconds', '0'], /above 0/],
    [['--seconds', '-5'], /above 0/],
    [['--seconds', ' '], /takes a number/],
    [['--seconds', '5s'], /takes a number/],
    [['--seconds', 'Infinity'], /takes a number/],
    [['--seconds', '3000000'], /at most 2,000,000/],
    [['--seed', '1.5'], /whole number/],
    [['--seed', 'x'.repeat(99)], /not “x{40}”/],
  ])('%j are refused with one sentence', (argv, why) => {
    expect(readArguments(argv)).toEqual({ ok: false, why: expect.stringMatching(why) })
  })

  it('whatever they are, never make it throw', () => {
    const known = fc.constantFrom('--demo', '--profile', '--seconds', '--seed', '--', '-', '--=', '--__proto__=x')
    fc.assert(
      fc.property(fc.array(fc.oneof(known, fc.string())), argv => {
        const verdict = readArguments(argv)
        if (!verdict.ok) expect(verdict.why).toMatch(/^(--|Choose).+\.$/)
      }),
    )
  })
})
