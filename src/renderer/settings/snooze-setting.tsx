import { snoozeEnd, snoozeNames, snoozes } from '../../shared/snooze'
import { Button } from '../parts/button'
import { useClock } from '../state/clock'
import { useMirror } from '../state/mirror-store'
import { clockText } from '../words/times'
import { change } from './change'
import { GroupSetting } from './setting'

export function SnoozeSetting() {
  const until = useMirror(mirror => mirror.settings.snoozedUntil)
  const text = useClock(now => (until === null || Date.parse(until) <= now ? '' : clockText(now, until)))
  return (
    <GroupSetting
      name="Snooze"
      says={text === '' ? 'Nothing is held back now.' : `Nothing is shown until ${text}; then one summary.`}
    >
      {text === '' ? (
        <div className="flex flex-wrap gap-2">
          {snoozes.map(snooze => (
            <Button key={snooze} onClick={() => change({ snoozedUntil: snoozeEnd(snooze, new Date()) })}>
              {snoozeNames[snooze]}
            </Button>
          ))}
        </div>
      ) : (
        <Button onClick={() => change({ snoozedUntil: null })}>Resume notifications</Button>
      )}
    </GroupSetting>
  )
}
