import { noticeSwitches } from '../../shared/notice-kinds'
import { Switch } from '../parts/switch'
import { useMirror } from '../state/mirror-store'
import { noticeSwitchNames } from '../words/notice-switch-names'
import { change, changeFrom } from './change'
import { MutedTypes } from './muted-types'
import { QuietHours } from './quiet-hours'
import { Section, Setting } from './setting'
import { SnoozeSetting } from './snooze-setting'

export function NotificationsSection() {
  const { notify, holdForFamily, tellReasons } = useMirror(mirror => mirror.settings)
  return (
    <>
      <Section name="Tell me about">
        {noticeSwitches.map(kind => (
          <Setting key={kind} name={noticeSwitchNames[kind].name} says={noticeSwitchNames[kind].says}>
            {id => (
              <Switch
                id={id}
                checked={notify[kind]}
                onSwitch={on => changeFrom(now => ({ notify: { ...now.notify, [kind]: on } }))}
              />
            )}
          </Setting>
        ))}
        <Setting
          name="Say why a job failed"
          says="Notifications carry the server’s own sentence about a failure. Others may read it on your screen."
        >
          {id => <Switch id={id} checked={tellReasons} onSwitch={on => change({ tellReasons: on })} />}
        </Setting>
      </Section>
      <Section name="When to tell">
        <SnoozeSetting />
        <QuietHours />
        <Setting
          name="Wait for linked jobs"
          says="A job is told as finished once its linked jobs have ended too, with one word for all of them."
        >
          {id => <Switch id={id} checked={holdForFamily} onSwitch={on => change({ holdForFamily: on })} />}
        </Setting>
        <MutedTypes />
      </Section>
    </>
  )
}
