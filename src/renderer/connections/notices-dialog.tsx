import { useState } from 'react'
import type { ConnectionId } from '../../shared/connection'
import { type NoticeSwitch, noticeSwitches } from '../../shared/notice-kinds'
import { Button } from '../parts/button'
import { DialogActs, DialogFrame } from '../parts/dialog-frame'
import { Switch } from '../parts/switch'
import { attempt } from '../state/attempt'
import { useMirror } from '../state/mirror-store'
import { closeDialog } from '../state/view'
import { noticeSwitchNames } from '../words/notice-switch-names'

/** Which notices of one connection are shown, beside what the settings say for all. */
export function NoticesDialog({ id }: { readonly id: ConnectionId }) {
  const connection = useMirror(mirror => mirror.connections.get(id))
  const general = useMirror(mirror => mirror.settings.notify)
  // What was chosen here counts at once: a second choice must not be made from what main did not know yet.
  const [chosen, choose] = useState<readonly NoticeSwitch[] | null>(null)
  const muted = new Set(chosen ?? connection?.mutedKinds ?? [])
  const take = async (mutedKinds: NoticeSwitch[]) => {
    choose(mutedKinds)
    if (!(await attempt(window.jobtray.changeConnection(id, { mutedKinds })))) choose(null)
  }
  return (
    <DialogFrame
      title={`Notifications of ${connection?.name ?? 'this connection'}`}
      description="What is switched off still goes to the inbox."
    >
      <ul className="divide-y divide-line">
        {noticeSwitches.map(kind => (
          <li key={kind} className="flex min-h-9 items-center justify-between gap-4">
            <label htmlFor={`of-${kind}`} className="min-w-0">
              {noticeSwitchNames[kind].name}
              {!general[kind] && <span className="text-sm text-faint"> · off for all, in the settings</span>}
            </label>
            <Switch
              id={`of-${kind}`}
              checked={general[kind] && !muted.has(kind)}
              disabled={!general[kind]}
              onSwitch={on => {
                void take(noticeSwitches.filter(other => (other === kind ? !on : muted.has(other))))
              }}
            />
          </li>
        ))}
      </ul>
      <DialogActs>
        <Button look="primary" onClick={closeDialog}>
          Done
        </Button>
      </DialogActs>
    </DialogFrame>
  )
}
