import type { SettingsPatch } from '../../shared/settings'
import { snoozeEnd } from '../../shared/snooze'
import { attempt } from '../state/attempt'
import { undoForget } from '../state/forget'
import { markAllRead } from '../state/mark-all-read'
import type { Command, CommandContext } from './commands'

const change = (patch: SettingsPatch) => () => void attempt(window.jobtray.changeSettings(patch))

const themes = ['system', 'light', 'dark'] as const
const paces = ['gentle', 'normal', 'brisk'] as const

/** What concerns Jobtray as a whole. */
export function appCommands({ paused, snoozedUntil, unseen, letGo, now }: CommandContext): readonly Command[] {
  const snoozed = snoozedUntil !== null && new Date(snoozedUntil) > now
  return [
    ...(letGo === null
      ? []
      : [
          {
            id: 'undo',
            label: `Watch ${letGo} again`,
            also: 'undo stop watching restore',
            keys: 'Ctrl+Z',
            run: undoForget,
          },
        ]),
    {
      id: 'pause',
      label: paused ? 'Resume watching' : 'Pause watching',
      also: 'stop start polling',
      run: change({ paused: !paused }),
    },
    ...(snoozed
      ? [{ id: 'snooze.end', label: 'Resume notifications', also: 'snooze', run: change({ snoozedUntil: null }) }]
      : [
          {
            id: 'snooze.hour',
            label: 'Snooze notifications for an hour',
            also: 'quiet mute',
            run: change({ snoozedUntil: snoozeEnd('hour', now) }),
          },
          {
            id: 'snooze.day',
            label: 'Snooze notifications until tomorrow',
            also: 'quiet mute',
            run: change({ snoozedUntil: snoozeEnd('tomorrow', now) }),
          },
        ]),
    ...(unseen > 0
      ? [
          {
            id: 'seen',
            label: 'Mark all notices as read',
            also: 'inbox read',
            run: () => void markAllRead(),
          },
        ]
      : []),
    ...themes.map(theme => ({
      id: `theme.${theme}`,
      label: `Theme: ${theme}`,
      also: 'appearance colour',
      run: change({ theme }),
    })),
    ...paces.map(pace => ({
      id: `pace.${pace}`,
      label: `Pace: ${pace}`,
      also: 'polling interval',
      run: change({ pace }),
    })),
    { id: 'quit', label: 'Quit Jobtray', also: 'exit', run: () => void attempt(window.jobtray.quit()) },
  ]
}
