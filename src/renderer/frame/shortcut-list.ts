export type Shortcut = { readonly keys: string; readonly does: string }
export type ShortcutGroup = { readonly name: string; readonly shortcuts: readonly Shortcut[] }

/** `Ctrl` is `⌘` where that is the custom; `platform` as Node names it. */
export const controlKey = (platform: string): string => (platform === 'darwin' ? '⌘' : 'Ctrl+')

/** Everything the keyboard does, for the help and for the settings. The handlers live where the acts are. */
export function shortcutGroups(platform: string): readonly ShortcutGroup[] {
  const ctrl = controlKey(platform)
  return [
    {
      name: 'Anywhere',
      shortcuts: [
        { keys: `${ctrl}K`, does: 'Find an act or a job' },
        { keys: '?', does: 'Show this list' },
        { keys: 'G then J, F, I, O, C, S', does: 'Go to Jobs, Find an item, Inbox, Outbox, Connections, Settings' },
        { keys: `${ctrl}Z`, does: 'Take the last act back' },
        { keys: 'Esc', does: 'Close, or go back' },
      ],
    },
    {
      name: 'List of jobs',
      shortcuts: [
        { keys: '↑ ↓ or K J', does: 'Move' },
        { keys: 'Enter', does: 'Open the job' },
        { keys: '/', does: 'Filter' },
        { keys: 'X or Space', does: 'Pick the row' },
        { keys: 'Shift+↑ ↓', does: 'Pick several' },
        { keys: `${ctrl}A`, does: 'Pick all that are shown' },
        { keys: 'L', does: 'Look now' },
        { keys: 'P', does: 'Pin or unpin' },
        { keys: 'M', does: 'Mute or unmute' },
        { keys: 'C', does: 'Copy the id' },
        { keys: 'R', does: 'Report progress' },
        { keys: 'Del', does: 'Stop watching' },
        { keys: 'Shift+F10', does: 'Show all of these for the row' },
        { keys: `${ctrl}V`, does: 'Watch the ids on the clipboard' },
      ],
    },
    {
      name: 'A job’s page',
      shortcuts: [
        { keys: 'E W', does: 'Errors, warnings' },
        { keys: 'L P M C R Del', does: 'As in the list' },
        { keys: '↑ ↓ Home End', does: 'Move in the errors' },
        { keys: 'C', does: 'Among the errors: copy the key of the item' },
      ],
    },
  ]
}
