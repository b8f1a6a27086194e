import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '../parts/button'
import { inputSkin } from '../parts/field'
import { sentenceOf } from '../state/attempt'
import { useMirror } from '../state/mirror-store'
import { Setting } from './setting'

/** A company's own certificate authority, by the path of its file; refused at once where the file cannot be used. */
export function CaFile() {
  const kept = useMirror(mirror => mirror.settings.caFile) ?? ''
  const [typed, setTyped] = useState(kept)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => setTyped(kept), [kept])
  const save = (event: FormEvent) => {
    event.preventDefault()
    const path = typed.trim()
    window.jobtray.changeSettings({ caFile: path === '' ? null : path }).then(
      () => setTrouble(null),
      error => setTrouble(sentenceOf(error)),
    )
  }
  return (
    <form onSubmit={save}>
      <Setting
        name="Certificate authorities"
        says={
          trouble === null ? (
            'Path of a PEM file to trust beside the usual ones; empty for none.'
          ) : (
            <span role="alert" className="text-bad">
              {trouble}
            </span>
          )
        }
      >
        {id => (
          <span className="flex min-w-0 items-center gap-2">
            <input
              id={id}
              value={typed}
              spellCheck={false}
              placeholder="/etc/ssl/company.pem"
              aria-invalid={trouble !== null}
              onChange={event => setTyped(event.target.value)}
              className={`${inputSkin} min-h-8 w-56 min-w-0 px-2`}
            />
            <Button type="submit" disabled={typed.trim() === kept}>
              Use
            </Button>
          </span>
        )}
      </Setting>
    </form>
  )
}
