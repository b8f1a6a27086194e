import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings, readSettings, settingsPatchSchema, settingsSchema } from '../../src/shared/settings'

const good = {
  ...defaultSettings,
  pace: 'gentle',
  paused: true,
  theme: 'dark',
  caFile: '/etc/ssl/corp.pem',
  quietHours: { from: '22:00', to: '07:30' },
  snoozedUntil: '2026-03-01T08:00:00.000Z',
  keepDays: 30,
} as const

describe('settings read from a file', () => {
  it('come back as they were written', () => {
    expect(readSettings({ ...good })).toEqual({ settings: good, mended: false })
  })

  it('that are empty are the defaults, and nothing needs to be told', () => {
    expect(readSettings({})).toEqual({ settings: defaultSettings, mended: false })
  })

  it.each([
    ['a list', [1]],
    ['null', null],
    ['a text', 'x'],
    ['a number', 7],
    ['nothing', undefined],
    ['true', true],
  ])('that are %s are back to their defaults', (_name, raw) => {
    expect(readSettings(raw)).toEqual({ settings: defaultSettings, mended: true })
  })

  it.each([
    ['keepDays', '5'],
    ['keepDays', 0],
    ['keepDays', 3_651],
    ['keepDays', 2.5],
    ['keepDays', Number.POSITIVE_INFINITY],
    ['keepDays', null],
    ['pace', 'frantic'],
    ['quietHours', { from: '24:00', to: '07:00' }],
    ['quietHours', { from: '22:00' }],
    ['notify', { failed: true }],
    ['snoozedUntil', 'tomorrow'],
    ['paused', 'yes'],
    ['paused', 1],
    ['theme', 'blue'],
    ['theme', ['dark']],
    ['theme', {}],
    ['caFile', ''],
    ['caFile', 7],
  ])('keep the sound fields beside a bad one: %s is %j', (name, value) => {
    const { settings, mended } = readSettings({ ...good, [name]: value })
    expect(settings).toEqual({ ...good, [name]: Reflect.get(defaultSettings, name) })
    expect(mended).toBe(true)
  })

  it('of a version that told nothing of posts keep every other switch as it was set', () => {
    const { post: _, ...others } = { ...defaultSettings.notify, stalled: false }
    const { settings, mended } = readSettings({ ...good, notify: others })
    expect(settings.notify).toEqual({ ...others, post: true })
    expect(mended).toBe(false)
  })

  it('of another version lose what is not known here, without a word', () => {
    expect(readSettings({ ...good, sound: 'loud', __internal__: { migrations: {} } })).toEqual({
      settings: good,
      mended: false,
    })
  })

  it('are sound whatever was in the file', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ keepDays: fc.anything(), theme: fc.anything() })), raw => {
        const { settings } = readSettings(raw)
        expect(settingsSchema.strict().safeParse(settings).success).toBe(true)
      }),
    )
  })
})

describe('a change of settings', () => {
  it.each([
    { keepDays: 0 },
    { theme: 'blue' },
    { paused: 'no' },
    { sound: true },
    JSON.parse('{"__proto__": {"paused": true}}'),
  ])('that makes no sense is refused: %j', patch => {
    expect(settingsPatchSchema.safeParse(patch).success).toBe(false)
  })

  it('may name one field alone', () => {
    expect(settingsPatchSchema.parse({ paused: true })).toEqual({ paused: true })
  })
})
