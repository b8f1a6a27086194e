import { inputSkin } from '../parts/field'
import { Switch } from '../parts/switch'
import { useMirror } from '../state/mirror-store'
import { change, Setting } from './setting'

const usual = { from: '22:00', to: '07:00' }

export function QuietHours() {
  const hours = useMirror(mirror => mirror.settings.quietHours)
  return (
    <>
      <Setting
        name="Quiet hours"
        says="Nothing is shown between these times; afterwards one summary tells what happened."
      >
        {id => <Switch id={id} checked={hours !== null} onSwitch={on => change({ quietHours: on ? usual : null })} />}
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

/** A field that is half typed has no value yet, and changes nothing. */
const Time = ({ label, value, onTime }: TimeProps) => (
  <label className="flex items-center gap-2 text-sm text-soft">
    {label}
    <input
      type="time"
      required
      value={value}
      onChange={event => event.target.value !== '' && onTime(event.target.value)}
      className={`${inputSkin} min-h-8 w-auto px-2`}
    />
  </label>
)
