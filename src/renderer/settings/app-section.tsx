import type { Settings } from '../../shared/settings'
import { Segments } from '../parts/segments'
import { Switch } from '../parts/switch'
import { useMirror } from '../state/mirror-store'
import { CaFile } from './ca-file'
import { change } from './change'
import { NumberSetting } from './number-setting'
import { Proxies } from './proxies'
import { Section, Setting } from './setting'

const themes: readonly { readonly value: Settings['theme']; readonly label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

export function AppSections() {
  const { theme, launchAtLogin, keepDays, keepMegabytes } = useMirror(mirror => mirror.settings)
  return (
    <>
      <Section name="Appearance and start">
        <Setting name="Theme" says="System follows what your desktop is set to.">
          {() => <Segments label="Theme" value={theme} options={themes} onChange={next => change({ theme: next })} />}
        </Setting>
        <Setting name="Start at login" says="Jobtray begins with your session, in the tray and without a window.">
          {id => <Switch id={id} checked={launchAtLogin} onSwitch={on => change({ launchAtLogin: on })} />}
        </Setting>
      </Section>
      <Section name="History">
        <NumberSetting
          name="Keep ended jobs for"
          says="Older ones are forgotten with their time lines and notices, but never one that is pinned or has an unread notice."
          unit="days"
          value={keepDays}
          least={1}
          most={3_650}
          onNumber={days => change({ keepDays: days })}
        />
        <NumberSetting
          name="Use at most"
          says="When the history is larger, the oldest goes first."
          unit="MB"
          value={keepMegabytes}
          least={10}
          most={10_000}
          onNumber={megabytes => change({ keepMegabytes: megabytes })}
        />
      </Section>
      <Section name="Network">
        <CaFile />
        <Proxies />
      </Section>
    </>
  )
}
