import { Button } from '../parts/button'
import { DialogActs, DialogFrame } from '../parts/dialog-frame'
import { Keys } from '../parts/keys'
import { useMirror } from '../state/mirror-store'
import { closeDialog } from '../state/view'
import { shortcutGroups } from './shortcut-list'

export function ShortcutsDialog() {
  const platform = useMirror(mirror => mirror.app.platform)
  return (
    <DialogFrame title="Keyboard shortcuts">
      {shortcutGroups(platform).map(({ name, shortcuts }) => (
        <section key={name} className="mt-4 first:mt-0">
          <h3 className="mb-1 text-sm font-medium text-faint">{name}</h3>
          <dl className="divide-y divide-line">
            {shortcuts.map(({ keys, does }) => (
              <div key={keys} className="flex items-baseline justify-between gap-4 py-1.5">
                <dt className="min-w-0">{does}</dt>
                <dd className="shrink-0">
                  <Keys keys={keys} className="rounded border border-line px-1.5 py-0.5 text-soft" />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <DialogActs>
        <Button look="primary" onClick={closeDialog}>
          Done
        </Button>
      </DialogActs>
    </DialogFrame>
  )
}
