import { expect, test } from 'vitest'
import { previewWith, whyNoRequest } from '../../../src/renderer/post/shown-preview'

const wrong = [{ at: 'total_items', message: 'Enter a whole number, 0 or more.' }]
const request = { method: 'POST', url: 'https://api.example.com/a', headers: [], body: '{}', curl: '' } as const
const empty = { at: '', message: 'There is nothing to report yet. Fill in a field.' }

test('with a wrong field no request is shown, and nobody is told to fill one in', () => {
  const whole = previewWith(wrong, { request: null, complaints: [empty], cautions: [], itemsLeft: null })
  expect(whyNoRequest(whole?.complaints ?? [])).toBe('It is shown as soon as every field can be sent.')
  expect(previewWith(wrong, { request, complaints: [], cautions: [], itemsLeft: null })?.request).toBeNull()
})

test('without one the preview is as main made it', () => {
  const preview = { request, complaints: [], cautions: [], itemsLeft: null }
  expect(previewWith([], preview)).toBe(preview)
  expect(whyNoRequest([empty])).toBe(empty.message)
  expect(whyNoRequest([])).toBe('')
})
