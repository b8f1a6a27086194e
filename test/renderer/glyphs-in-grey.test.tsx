import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { shapes } from '../../src/renderer/parts/glyph-shapes'
import type { GlyphName } from '../../src/renderer/parts/state-glyph'
import { stateName } from '../../src/shared/wording'
import { aJob } from '../support/builders'

const names = Object.keys(shapes) as GlyphName[]

/** The drawing alone, without a colour of any kind. */
const drawing = (name: GlyphName): string =>
  renderToStaticMarkup(<svg role="presentation">{shapes[name](40)}</svg>).replaceAll(
    / (class|fill|stroke)="[^"]*"/g,
    '',
  )

describe('in grey', () => {
  test('no two states have the same drawing', () => {
    expect(new Set(names.map(drawing)).size).toBe(names.length)
  })

  test('the four endings differ in their outline, not in the mark inside alone', () => {
    const outline = (name: GlyphName) => drawing(name).split('/>')[0]
    const endings = (['succeeded', 'warned', 'partial', 'failed'] as const).map(outline)
    expect(new Set(endings).size).toBe(4)
  })

  test('each ending has a word of its own beside its glyph', () => {
    const outcomes = ['succeeded', 'warned', 'partial', 'failed', 'cancelled'] as const
    const words = outcomes.map(outcome => stateName(aJob({ phase: 'ended', outcome, status: 'x' })))
    expect(new Set(words).size).toBe(outcomes.length)
  })
})
