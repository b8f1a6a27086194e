import { expect, it } from 'vitest'
import { isAtLeast } from '../../../scripts/setup/node-version.mjs'

it.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['22.0.0', true],
  ['20.9.0', false],
  ['18.20.0', false],
])('Node %s against 20.19: %s', (version, enough) => {
  expect(isAtLeast(version, '20.19')).toBe(enough)
})
