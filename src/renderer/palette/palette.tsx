import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { mirrorStore } from '../state/mirror-store'
import { closeDialog, goTo, viewStore } from '../state/view'
import { commandsFor } from './commands'
import { contextNow } from './context'
import { type Entry, findEntries } from './find'
import { PaletteEntry } from './palette-entry'
import { recentChoices, rememberChoice } from './recent'

/** Every act and every job by a few letters; what it lists is taken once, at its opening and at each letter. */
export function Palette() {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [context] = useState(contextNow)
  const id = useId()
  const { mirror } = mirrorStore.getState()
  const entries = findEntries(typed, {
    commands: commandsFor(context),
    jobs: mirror?.jobs ?? [],
    connectionName: connectionId => mirror?.connections.get(connectionId)?.name ?? '',
    recent: recentChoices(window.localStorage),
  })
  const chosen = Math.min(at, entries.length - 1)

  const choose = (entry: Entry | undefined): void => {
    if (entry === undefined) return
    rememberChoice(window.localStorage, entry.key)
    closeDialog()
    if (entry.kind === 'command') entry.command.run()
    else {
      viewStore.setState({ selected: entry.key })
      goTo({ view: 'job', ref: entry.watched.ref })
    }
  }
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (event.key === 'Enter') choose(entries[chosen])
    else if (step !== undefined) setAt(Math.max(0, Math.min(entries.length - 1, chosen + step)))
    else return
    event.preventDefault()
  }

  return (
    <Dialog.Root open onOpenChange={open => !open && closeDialog()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Popup
          aria-label="Commands and jobs"
          className="fixed inset-x-0 top-0 z-40 mx-auto mt-[max(0.5rem,12vh)] flex max-h-[min(30rem,76dvh)] w-[36rem] max-w-[calc(100vw-1rem)] flex-col overflow-hidden rounded-xl bg-raised shadow-pop outline-none forced-colors:border"
        >
          <div className="flex items-center gap-2.5 border-b border-line px-4">
            <Search size="1rem" aria-hidden className="shrink-0 text-faint" />
            <input
              type="text"
              role="combobox"
              aria-label="Find an act or a job"
              aria-expanded="true"
              aria-controls={id}
              aria-activedescendant={chosen < 0 ? undefined : `${id}-${chosen}`}
              placeholder="Type what to do, or a job’s type or id"
              spellCheck={false}
              value={typed}
              onChange={event => {
                setTyped(event.target.value)
                setAt(0)
              }}
              onKeyDown={onKey}
              className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-faint"
            />
          </div>
          <div id={id} role="listbox" aria-label="Found" className="min-h-0 overflow-y-auto p-1.5 empty:hidden">
            {entries.map((entry, index) => (
              <PaletteEntry
                key={entry.key}
                id={`${id}-${index}`}
                entry={entry}
                chosen={index === chosen}
                onPoint={() => setAt(index)}
                onChoose={() => choose(entry)}
              />
            ))}
          </div>
          {entries.length === 0 && (
            <p className="px-4 py-6 text-center text-soft">
              Nothing fits. Try fewer letters, or paste a job’s id in the list to watch it.
            </p>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
