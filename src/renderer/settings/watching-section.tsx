import { count } from '../../shared/numbers'
import { requestsAnHour } from '../../shared/pace'
import type { Settings } from '../../shared/settings'
import { Segments } from '../parts/segments'
import { Switch } from '../parts/switch'
import { useMirror } from '../state/mirror-store'
import { change } from './change'
import { Section, Setting } from './setting'

const paces: readonly { readonly value: Settings['pace']; readonly label: string }[] = [
  { value: 'gentle', label: 'Gentle' },
  { value: 'normal', label: 'Normal' },
  { value: 'brisk', label: 'Brisk' },
]

export function WatchingSection() {
  const { pace, paused, followFamilies } = useMirror(mirror => mirror.settings)
  const meaning = useMirror(({ jobs, connections }) => {
    const asked = [...jobs.values()].filter(({ ref }) => connections.get(ref.connectionId)?.paused !== true)
    const { least, most } = requestsAnHour(asked, pace)
    return most === 0
      ? 'No job is running, so nothing is asked.'
      : `For your present jobs: between ${count(least)} requests an hour while nothing moves and ${count(most)} while all of it does.`
  })
  return (
    <Section name="Watching">
      <Setting name="Pace" says={meaning}>
        {() => <Segments label="Pace" value={pace} options={paces} onChange={next => change({ pace: next })} />}
      </Setting>
      <Setting
        name="Watch in the background"
        says={
          paused
            ? 'Off: nothing is asked of the servers, and no ending is noticed.'
            : 'Goes on while the window is closed.'
        }
      >
        {id => <Switch id={id} checked={!paused} onSwitch={on => change({ paused: !on })} />}
      </Setting>
      <Setting
        name="Follow linked jobs"
        says="Jobs that a watched job names, such as the enrichment after an import, are watched as well."
      >
        {id => <Switch id={id} checked={followFamilies} onSwitch={on => change({ followFamilies: on })} />}
      </Setting>
    </Section>
  )
}
