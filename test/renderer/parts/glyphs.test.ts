import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { shapes } from '../../../src/renderer/parts/glyph-shapes'
import { glyphOf } from '../../../src/renderer/parts/state-glyph'
import { type Outcome, outcomes } from '../../../src/shared/job'
import { aJob, anEndedJob } from '../../support/builders'

test('every state has an outline of its own, so that it is told without colour', () => {
  // The drawing without its colours: what a grey picture of it shows.
  const drawn = Object.values(shapes).map(shape => renderToStaticMarkup(shape(50)).replace(/ class="[^"]*"/g, ''))
  expect(new Set(drawn).size).toBe(drawn.length)
})

test('each outcome is drawn by a glyph of its own, an ending by an unknown word by the question mark', () => {
  const names = outcomes.map((outcome: Outcome) => glyphOf({ job: anEndedJob({ outcome }), gone: false }))
  expect(new Set(names).size).toBe(outcomes.length)
  expect(names).toContain('odd')
})

test('what runs, waits, was never seen or is gone is told apart too', () => {
  const names = [
    glyphOf({ job: aJob(), gone: false }),
    glyphOf({ job: aJob({ phase: 'queued' }), gone: false }),
    glyphOf({ job: null, gone: false }),
    glyphOf({ job: aJob(), gone: true }),
  ]
  expect(names).toEqual(['running', 'queued', 'first-look', 'gone'])
})
