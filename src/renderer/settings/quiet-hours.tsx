import { useEffect, useRef, useState } from 'react'
import { inputSkin } from '../parts/field'
import { Switch } from '../parts/switch'
import { useMirror } from '../state/mirror-store'
import { change, Setting } from './setting'

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
          <Time label="From" value={hours.from} onTime={from => change({ quietHours: { ...hours, from } })} />
          <Time label="to" value={hours.to} onTime={to => change({ quietHours: { ...hours, to } })} />
          {hours.from === hours.to && (
            <p className="text-sm text-soft">These are the same time, so it is never quiet.</p>
          )}
        </div>
      )}
    </>
  )
}

type TimeProps = { readonly label: string; readonly value: string; readonly onTime: (time: string) => void }

/** Taken when it is left or Enter is pressed: to be written back while one types would begin the field anew. */
function Time({ label, value, onTime }: TimeProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const take = () => {
    if (typed === '') setTyped(value)
    else if (typed !== value) onTime(typed)
  }
  return (
    <label className="flex items-center gap-2 text-sm text-soft">
      {label}
      <input
        type="time"
        required
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={event => event.key === 'Enter' && take()}
        className={`${inputSkin} min-h-8 w-auto px-2`}
      />
    </label>
  )
}
