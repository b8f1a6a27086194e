import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Button } from '../../../src/renderer/parts/button'
import { IconButton } from '../../../src/renderer/parts/icon-button'
import { spokenKeys } from '../../../src/renderer/parts/spoken-keys'

test.each([
  ['Ctrl+K', 'Control+K'],
  ['⌘K', 'Meta+K'],
  ['Ctrl ⏎', 'Control+Enter'],
  ['Esc', 'Escape'],
  ['Del', 'Delete'],
  ['L', 'L'],
  ['+', 'Plus'],
])('the key shown as %s is told to screen readers as %s', (shown, spoken) => {
  expect(spokenKeys(shown)).toBe(spoken)
})

test('a button that shows its key in a tip tells it to screen readers, one without a key tells none', () => {
  expect(renderToStaticMarkup(<IconButton label="Back" keys="Esc" icon={null} />)).toContain(
    'aria-keyshortcuts="Escape"',
  )
  expect(renderToStaticMarkup(<Button data-tip="Stop" data-tip-keys="Del" />)).toContain('aria-keyshortcuts="Delete"')
  expect(renderToStaticMarkup(<IconButton label="Copy" icon={null} />)).not.toContain('aria-keyshortcuts')
  expect(renderToStaticMarkup(<Button />)).not.toContain('aria-keyshortcuts')
})
