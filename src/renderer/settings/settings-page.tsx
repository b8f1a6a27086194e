import { type ReactNode, useId } from 'react'
import type { Settings, SettingsPatch } from '../../shared/settings'
import { Button } from '../parts/button'
import { PageHeader } from '../parts/page-header'
import { Segments } from '../parts/segments'
import { attempt } from '../state/attempt'
import { useMirror } from '../state/mirror-store'

const change = (patch: SettingsPatch): void => void attempt(window.jobtray.changeSettings(patch))

const paces: readonly { readonly value: Settings['pace']; readonly label: string }[] = [
  { value: 'gentle', label: 'Gentle' },
  { value: 'normal', label: 'Normal' },
  { value: 'brisk', label: 'Brisk' },
]

const themes: readonly { readonly value: Settings['theme']; readonly label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** Each setting takes effect the moment it is chosen. */
export function SettingsPage() {
  const settings = useMirror(mirror => mirror.settings)
  const app = useMirror(mirror => mirror.app)
  return (
    <>
      <PageHeader title="Settings" />
      <div className="min-h-0 flex-1 overflow-y-auto px-5">
        <div className="max-w-2xl divide-y divide-line">
          <Setting name="Look at running jobs" says="Ended jobs are looked at a few more times, more slowly.">
            {() => <Segments label="Pace" value={settings.pace} options={paces} onChange={pace => change({ pace })} />}
          </Setting>
          <Setting
            name="Watching"
            says={
              settings.paused
                ? 'Paused: nothing is asked of the servers, and no ending is noticed.'
                : 'Goes on in the background while the window is closed.'
            }
          >
            {() => (
              <Button onClick={() => change({ paused: !settings.paused })}>
                {settings.paused ? 'Resume watching' : 'Pause watching'}
              </Button>
            )}
          </Setting>
          <Setting name="Theme" says="System follows what your desktop is set to.">
            {() => (
              <Segments label="Theme" value={settings.theme} options={themes} onChange={theme => change({ theme })} />
            )}
          </Setting>
        </div>
        <p className="max-w-2xl border-t border-line py-4 text-sm text-faint">
          Jobtray {app.version}
          {app.mode === 'demo' && ', demo'}
        </p>
      </div>
    </>
  )
}

type SettingProps = { readonly name: string; readonly says: string; readonly children: (id: string) => ReactNode }

function Setting({ name, says, children }: SettingProps) {
  const id = useId()
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
      <div className="min-w-0 flex-1 basis-60">
        <label htmlFor={id} className="font-medium">
          {name}
        </label>
        <p className="text-sm text-soft">{says}</p>
      </div>
      {children(id)}
    </div>
  )
}
