import { expect, it } from 'vitest'
import { asked } from '../../src/sandbox/arguments'

it('serves the demo on free ports when nothing is said', () => {
  expect(asked([])).toEqual({
    kind: 'serve',
    host: '127.0.0.1',
    port: 0,
    seed: 1,
    speed: 1,
    story: 'demo',
    latencyMs: 0,
    faultsFile: null,
  })
})

it('takes every option', () => {
  const words = '--host ::1 --port 4620 --seed -3 --speed 0.5 --story partial --latency 20 --faults f.json'
  expect(asked(words.replace('--seed -3', '--seed=-3').split(' '))).toMatchObject({
    host: '::1',
    port: 4620,
    seed: -3,
    speed: 0.5,
    story: 'partial',
    latencyMs: 20,
    faultsFile: 'f.json',
  })
})

it.each([
  ['--port', '70000'],
  ['--port', '1.5'],
  ['--port', ''],
  ['--host', '0.0.0.0'],
  ['--host', '192.168.1.4'],
  ['--host', '127.evil.example'],
  ['--speed', '-1'],
  ['--speed=-1'],
  ['--speed', '1001'],
  ['--speed', 'NaN'],
  ['--seed', '1.5'],
  ['--latency', ''],
  ['--story', 'nonsense'],
  ['--nonsense', '1'],
  ['stray', 'words'],
])('says in one sentence what is wrong with %s %s', (...args) => {
  const answer = asked(args)
  expect(answer).toEqual({ kind: 'wrong', sentence: expect.stringMatching(/^[^\n]+[.]$/) })
})

it('asks for help before anything else is looked at', () => {
  expect(asked(['--help', '--port', 'abc'])).toEqual({ kind: 'help' })
})
