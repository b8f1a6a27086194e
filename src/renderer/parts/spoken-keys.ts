/** As ARIA names them, where what a person is shown is shorter (WAI-ARIA 1.2, aria-keyshortcuts). */
const names: Readonly<Record<string, string>> = {
  Ctrl: 'Control',
  '⌘': 'Meta',
  Esc: 'Escape',
  Del: 'Delete',
  '⏎': 'Enter',
  '+': 'Plus',
}

/** `Ctrl+K`, `⌘K` or `Del`, as it is shown, for `aria-keyshortcuts`; none where there is none. */
export const spokenKeys = (shown: string | undefined): string | undefined =>
  shown
    ?.match(/Ctrl|Shift|Alt|⌘|[^\s+]+|^\+$/g)
    ?.map(key => names[key] ?? key)
    .join('+')
