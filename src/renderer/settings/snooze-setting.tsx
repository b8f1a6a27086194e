import { useEffect, useRef } from 'react'
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
  const holds = text !== ''
  const buttons = useRef<HTMLDivElement>(null)
  /** What held when a button was pressed. */
  const pressed = useRef<boolean | null>(null)
  // The button that is pressed goes: the keyboard goes on with what comes in its place.
  useEffect(() => {
    if (pressed.current === null || pressed.current === holds) return
    pressed.current = null
    buttons.current?.querySelector('button')?.focus()
  })
  const press = (snoozedUntil: string | null) => {
    pressed.current = holds
    change({ snoozedUntil })
  }
  return (
    <GroupSetting
      name="Snooze"
      says={holds ? `Nothing is shown until ${text}; then one summary.` : 'Nothing is held back now.'}
    >
      <div ref={buttons} className="flex flex-wrap gap-2">
        {holds ? (
          <Button onClick={() => press(null)}>Resume notifications</Button>
        ) : (
          snoozes.map(snooze => (
            <Button key={snooze} onClick={() => press(snoozeEnd(snooze, new Date()))}>
              {snoozeNames[snooze]}
            </Button>
          ))
        )}
      </div>
    </GroupSetting>
  )
}
