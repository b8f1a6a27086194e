import { CircleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { count } from '../../shared/numbers'
import { inputSkin } from '../parts/field'
import { Setting } from './setting'

type Props = {
  readonly name: string
  readonly says: string
  readonly unit: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly onNumber: (value: number) => void
}

/** Takes effect when it is left or Enter is pressed: half a number is no wish. */
export function NumberSetting({ name, says, unit, value, least, most, onNumber }: Props) {
  const [typed, setTyped] = useState(String(value))
  useEffect(() => setTyped(String(value)), [value])
  const number = Number(typed)
  const sound = /^\d+$/.test(typed) && number >= least && number <= most
  const take = () => {
    if (sound && number !== value) onNumber(number)
  }
  return (
    <Setting
      name={name}
      says={sound ? says : <Refusal text={`A whole number from ${count(least)} to ${count(most)}.`} />}
    >
      {id => (
        <span className="flex items-center gap-2 text-soft">
          <input
            id={id}
            inputMode="numeric"
            aria-invalid={!sound}
            value={typed}
            onChange={event => setTyped(event.target.value)}
            onBlur={take}
            onKeyDown={event => event.key === 'Enter' && take()}
            className={`${inputSkin} min-h-8 w-20 px-2 text-right`}
          />
          {unit}
        </span>
      )}
    </Setting>
  )
}

const Refusal = ({ text }: { readonly text: string }) => (
  <span role="alert" className="flex items-start gap-1.5 text-bad">
    <CircleAlert size="0.875rem" aria-hidden className="mt-0.5 shrink-0" />
    {text}
  </span>
)
