import { describe, expect, it } from 'vitest'
import { onlyAsksHow, readStartArguments } from '../../../scripts/start/arguments.mjs'
import { readArguments } from '../../../src/main/arguments'

const read = (line: string) => readStartArguments(line.split(' ').filter(Boolean), '/home/ada')

describe('npm start', () => {
  it('runs the demo unless told otherwise', () => {
    expect(read('')).toEqual({
      mode: 'demo',
      privateDesktop: false,
      seconds: null,
      profile: null,
      appArguments: ['--demo'],
    })
    expect(read('--live')).toMatchObject({ mode: 'live', appArguments: ['--live'] })
  })

  it('hands the app its own options and keeps --private-desktop to itself', () => {
    const options = read('--private-desktop --seconds 60 --seed=7')
    expect(options.appArguments).toEqual(['--demo', '--seconds', '60', '--seed', '7'])
    expect(options).toMatchObject({ privateDesktop: true, seconds: 60 })
  })

  it('takes a profile from where the person stands', () => {
    expect(read('--profile here').appArguments).toEqual(['--demo', '--profile', '/home/ada/here'])
    expect(read('--profile /var/p').profile).toBe('/var/p')
  })

  it.each([
    '--sedonds 3',
    '--seconds',
    '--seconds=',
    '--seconds soon',
    '--seconds 0',
    '--seconds 0x10',
    '--seconds 1e3',
    '--seconds 2000001',
    '--seconds 5 --seconds 6',
    '--profile --live',
    '--seed soon',
    '--seed 1.5',
    '--live --demo',
    '--live=yes',
    'live',
  ])('refuses "%s" and says how it goes', line => {
    expect(() => read(line)).toThrow('Usage: npm start')
  })

  it('lets nothing past that the app would then refuse in its log', () => {
    for (const line of ['--seconds 0.5 --seed -7', '--seconds 2000000', '--live --seed=12']) {
      expect(readArguments(read(line).appArguments)).toMatchObject({ ok: true })
    }
  })

  it.each(['--help', '-h', '--live --help'])('is only asked how it goes by "%s"', line => {
    expect(onlyAsksHow(line.split(' '))).toBe(true)
    expect(onlyAsksHow(['--live'])).toBe(false)
  })
})
