import { refKey } from '../../shared/job'
import { undoStore, whatOf } from '../state/forget'
import { mirrorStore } from '../state/mirror-store'
import { viewStore } from '../state/view'
import type { CommandContext } from './commands'

/** As things stand when the palette is opened: the job whose page is open, else the one the keyboard stands on. */
export function contextNow(): CommandContext {
  const { mirror } = mirrorStore.getState()
  const { view, selected } = viewStore.getState()
  const key = view.view === 'job' || view.view === 'desk' ? refKey(view.ref) : view.view === 'jobs' ? selected : null
  return {
    watched: key === null ? null : (mirror?.jobs.get(key) ?? null),
    connections: [...(mirror?.connections.values() ?? [])],
    paused: mirror?.settings.paused ?? false,
    snoozedUntil: mirror?.settings.snoozedUntil ?? null,
    unseen: mirror?.notices.filter(notice => !notice.seen).length ?? 0,
    letGo: letGoLast(),
    now: new Date(),
  }
}

function letGoLast(): string | null {
  const step = undoStore.getState().steps.at(-1)
  return step === undefined ? null : whatOf(step)
}
