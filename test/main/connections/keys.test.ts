import { describe, expect, it } from 'vitest'
import { createKeys } from '../../../src/main/connections/keys'
import { type KeychainState, keychainTwin } from '../../support/keychain-twin'

function someKeys(state: KeychainState = 'open') {
  const keychain = keychainTwin(state)
  keychain.held.set('c1', 'saved-key')
  const keys = createKeys(keychain)
  keys.expect(['c1'])
  return { keys, keychain }
}

describe('the keys in use', () => {
  it('are read from the keychain once, however many ask at once', async () => {
    const { keys, keychain } = someKeys()
    const answers = await Promise.all([keys.key('c1'), keys.key('c1'), keys.state('c1')])
    expect(answers).toEqual([{ ok: true, value: 'saved-key' }, { ok: true, value: 'saved-key' }, 'has-key'])
    expect(keychain.reads).toEqual(['c1'])
  })

  it.each([
    ['locked', 'locked', 'locked'],
    ['absent', 'unavailable', 'no-keychain'],
  ] as const)('are missing for a reason while the keychain is %s', async (state, keyState, why) => {
    const { keys } = someKeys(state)
    expect(await keys.state('c1')).toBe(keyState)
    expect(await keys.key('c1')).toEqual({ ok: false, fault: { kind: 'no-key', why } })
  })

  it('are told apart from those that were deleted behind our back', async () => {
    const { keys, keychain } = someKeys()
    keychain.held.clear()
    expect(await keys.state('c1')).toBe('no-key')
    expect(await keys.key('c1')).toEqual({ ok: false, fault: { kind: 'no-key', why: 'none' } })
  })

  it('are asked of the keychain for connections that have saved one and no others', async () => {
    const { keys, keychain } = someKeys()
    keychain.held.set('demo-3', 'left by an earlier run')
    expect(await keys.state('demo-3')).toBe('no-key')
    expect(keychain.reads).toEqual([])
  })

  it('are there at once when they were just kept', async () => {
    const { keys, keychain } = someKeys()
    expect(await keys.keep('c2', 'new-key')).toEqual({ kind: 'kept' })
    expect([await keys.key('c2'), keys.isSaved('c2'), keychain.held.get('c2')]).toEqual([
      { ok: true, value: 'new-key' },
      true,
      'new-key',
    ])
  })

  it('stay what they were when a new one cannot be written', async () => {
    const { keys, keychain } = someKeys()
    await keys.key('c1')
    keychain.become('locked')
    expect(await keys.keep('c1', 'new-key')).toEqual({ kind: 'locked' })
    expect(await keys.key('c1')).toEqual({ ok: true, value: 'saved-key' })
  })

  it('of this session are in memory alone and take the place of a saved one', async () => {
    const { keys, keychain } = someKeys('locked')
    keys.keepForSession('c1', 'session-key')
    expect(await keys.state('c1')).toBe('session-only')
    expect(await keys.key('c1')).toEqual({ ok: true, value: 'session-key' })
    expect([keychain.held.get('c1'), keys.isSaved('c1')]).toEqual(['saved-key', false])
  })

  it('of this session become saved ones once they are kept', async () => {
    const { keys, keychain } = someKeys('locked')
    keys.keepForSession('c2', 'session-key')
    keychain.become('open')
    await keys.keep('c2', 'session-key')
    expect([await keys.state('c2'), keychain.held.get('c2')]).toEqual(['has-key', 'session-key'])
  })

  it('are read again when a person retries, and only those that were missing', async () => {
    const { keys, keychain } = someKeys('locked')
    keys.keepForSession('c2', 'session-key')
    await keys.state('c1')
    keychain.become('open')
    expect(await keys.state('c1')).toBe('locked')
    await keys.retry()
    expect([await keys.state('c1'), await keys.state('c2')]).toEqual(['has-key', 'session-only'])
  })

  it('are gone when they were forgotten', async () => {
    const { keys, keychain } = someKeys()
    await keys.key('c1')
    await keys.forget('c1')
    expect([await keys.state('c1'), keychain.held.size]).toEqual(['no-key', 0])
  })

  it('are not used any more when they were forgotten, even if a locked keychain would not let go of them', async () => {
    const { keys, keychain } = someKeys('locked')
    await keys.forget('c1')
    keychain.become('open')
    await keys.retry()
    expect([keychain.held.get('c1'), await keys.state('c1')]).toEqual(['saved-key', 'no-key'])
  })
})
