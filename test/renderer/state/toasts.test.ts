import { beforeEach, expect, test } from 'vitest'
import { dropToast, showToast, viewStore } from '../../../src/renderer/state/view'

const shown = () => viewStore.getState().toasts.map(({ id, text }) => [id, text])

beforeEach(() => viewStore.setState({ toasts: [] }))

test('what is told again while it is in sight stands once, and stays as long as if it were told now', () => {
  const first = showToast('Copied.')
  const other = showToast('Saved.')
  const again = showToast('Copied.')
  expect(shown()).toEqual([
    [other, 'Saved.'],
    [again, 'Copied.'],
  ])
  // The first one's time is over.
  dropToast(first)
  expect(shown()).toHaveLength(2)
})

test('what can be taken back stands once for each act, and a failure beside what went well', () => {
  const undo = { label: 'Undo', run: () => undefined }
  const all = [
    showToast('2 notices marked as read.', 'calm', undo),
    showToast('2 notices marked as read.', 'calm', { ...undo }),
    showToast('2 notices marked as read.', 'bad'),
  ]
  expect(shown().map(([id]) => id)).toEqual(all)
})

test('three at most are in sight, the newest of them', () => {
  for (const text of ['a', 'b', 'c', 'a', 'd']) showToast(text)
  expect(shown().map(([, text]) => text)).toEqual(['c', 'a', 'd'])
})
