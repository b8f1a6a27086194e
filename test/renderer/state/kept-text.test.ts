import { expect, test } from 'vitest'
import { emptyDraft } from '../../../src/renderer/connections/form-draft'
import { keptText } from '../../../src/renderer/state/kept-text'
import { nothingSought } from '../../../src/renderer/state/sought'

const most = 20_000
const aView = (own: { ids?: number; keys?: number; address?: number } = {}) => ({
  filter: 'failed',
  picked: ['c1/a'],
  drafts: {
    watch: { connectionId: 'c1', text: 'x'.repeat(own.ids ?? 3_000) },
    connection: { ...emptyDraft('merchantops'), name: 'Outfitters', baseUrl: 'y'.repeat(own.address ?? 10) },
    edit: null,
  },
  sought: { ...nothingSought, text: 'k'.repeat(own.keys ?? 4_000) },
})
const kept = (view: ReturnType<typeof aView> & { steps?: string }) => {
  const text = keptText(view, most)
  return text === null ? null : JSON.parse(text)
}

test('a view that fits is kept whole', () => {
  expect(kept(aView())).toEqual(aView())
})

test('of one that does not fit only the longest text is left out', () => {
  const view = aView({ ids: 19_000 })
  expect(kept(view)).toEqual({ ...view, drafts: { ...view.drafts, watch: null } })
})

test('then the next longest, which may be the keys that are looked for', () => {
  const view = aView({ ids: 19_900, keys: 21_000 })
  expect(kept(view)).toEqual({ ...view, drafts: { ...view.drafts, watch: null }, sought: nothingSought })
})

test('what is long without them is not kept, and what was kept before stays', () => {
  expect(kept({ ...aView(), steps: 'z'.repeat(30_000) })).toBeNull()
})
