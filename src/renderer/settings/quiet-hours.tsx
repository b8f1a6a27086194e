import { useEffect, useId, useRef, useState } from 'react'
import { inputSkin } from '../parts/field'
import { Switch } from '../parts/switch'
import { useMirror } from '../state/mirror-store'
import { change, changeFrom } from './change'
import { Setting } from './setting'
import { timeTyped } from './typed-time'

const usual = { from: '22:00', to: '07:00' }

export function QuietHours() {
  const hours = useMirror(mirror => mirror.settings.quietHours)
  /** Switched off and on again they are what they were. */
  const before = useRef(usual)
  if (hours !== null) before.current = hours
  return (
    <>
      <Setting
        name="Quiet hours"
        says="Nothing is shown between these times; afterwards one summary tells what happened."
      >
        {id => (
          <Switch
            id={id}
            checked={hours !== null}
            onSwitch={on => change({ quietHours: on ? before.current : null })}
          />
        )}
      </Setting>
      {hours !== null && (
        <div className="flex flex-wrap items-center gap-2 py-3">
          <Time
            label="From"
            value={hours.from}
            onTime={from => changeFrom(now => ({ quietHours: { ...(now.quietHours ?? hours), from } }))}
          />
          <Time
            label="to"
            value={hours.to}
            onTime={to => changeFrom(now => ({ quietHours: { ...(now.quietHours ?? hours), to } }))}
          />
          {hours.from === hours.to && (
            <p className="text-sm text-soft">These are the same time, so it is never quiet.</p>
          )}
        </div>
      )}
    </>
  )
}

type TimeProps = { readonly label: string; readonly value: string; readonly onTime: (time: string) => void }

/**
 * Taken when it is left or Enter is pressed. Not the system's own field for times: that one follows the system's clock of
 * twelve or of twenty-four hours, while every other time in the window is of twenty-four.
 */
function Time({ label, value, onTime }: TimeProps) {
  const [typed, setTyped] = useState(value)
  const [wrong, setWrong] = useState(false)
  const id = useId()
  useEffect(() => setTyped(value), [value])
  const take = () => {
    const time = typed.trim() === '' ? value : timeTyped(typed)
    setWrong(time === null)
    if (time === null) return
    setTyped(time)
    if (time !== value) onTime(time)
  }
  return (
    <span className="flex flex-wrap items-center gap-2 text-sm text-soft">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        spellCheck={false}
        maxLength={10}
        value={typed}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-said` : undefined}
        onFocus={event => event.target.select()}
        onChange={event => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={event => event.key === 'Enter' && take()}
        className={`${inputSkin} min-h-8 max-w-18 px-2 text-center`}
      />
      {wrong && (
        <span id={`${id}-said`} role="alert" className="text-bad">
          A time such as 21:30.
        </span>
      )}
    </span>
  )
}
