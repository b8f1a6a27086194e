import { expect, it } from 'vitest'
import { version } from '../../src/cli/version'

it('--version is that of the package', () => {
  expect(version()).toMatch(/^jobtray \d+\.\d+\.\d+/)
})

it('--version --json is one field', () => {
  expect(JSON.parse(version(true))).toEqual({ version: expect.stringMatching(/^\d+\.\d+\.\d+/) })
})
