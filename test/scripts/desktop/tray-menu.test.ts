import { describe, expect, it } from 'vitest'
import { findEntry, readMenu } from '../../../scripts/desktop/tray-menu.mjs'

const variant = (signature: string, value: unknown) => [[{ type: signature, child: [] }], [value]]
const node = (
  id: number,
  properties: Readonly<Record<string, readonly [string, unknown]>>,
  children: readonly unknown[] = [],
) => [
  id,
  Object.entries(properties).map(([key, [signature, value]]) => [key, variant(signature, value)]),
  children.map(child => variant('(ia{sv}av)', child)),
]

const layout = node(0, {}, [
  node(1, { label: ['s', '_Crawl · 62 %'] }),
  node(2, { type: ['s', 'separator'] }),
  node(3, { label: ['s', 'Recent'], 'children-display': ['s', 'submenu'] }, [
    node(4, { label: ['s', 'Import'], enabled: ['b', false] }),
  ]),
  node(5, { label: ['s', 'Pause watching'], 'toggle-type': ['s', 'checkmark'], 'toggle-state': ['i', 1] }),
])

describe('a tray menu read over the bus', () => {
  const menu = readMenu(layout).children

  it('has its entries in order, without access-key underscores', () => {
    expect(menu.map(({ id, label, type }) => [id, label, type])).toEqual([
      [1, 'Crawl · 62 %', 'standard'],
      [2, '', 'separator'],
      [3, 'Recent', 'standard'],
      [5, 'Pause watching', 'standard'],
    ])
  })

  it('tells what is ticked, what cannot be, and what is disabled', () => {
    expect(menu.map(entry => entry.toggleState)).toEqual([null, null, null, true])
    expect(findEntry(menu, ['Import'])).toMatchObject({ id: 4, enabled: false })
  })

  it('finds entries by id and by label at any depth, and nothing where there is nothing', () => {
    expect(findEntry(menu, ['Recent', 'Import'])?.id).toBe(4)
    expect(findEntry(menu, ['Pause watching', 'Import'])).toBeUndefined()
    expect(findEntry(menu, ['Quit'])).toBeUndefined()
  })
})
