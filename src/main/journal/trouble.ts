import { basename } from 'node:path'
import type { Banner } from '../../shared/snapshot'
import type { OpenedJournal } from './open'

/** What a person is told once about the journal that was found; null: nothing to tell. */
export function journalBanner(trouble: OpenedJournal['trouble']): Banner | null {
  switch (trouble.kind) {
    case 'none':
      return null
    case 'restored':
      return banner(
        `The database was damaged. The last backup is in use; the damaged file is kept as ${basename(trouble.aside)}. What was in the outbox may have been sent since: decide there.`,
      )
    case 'started-anew':
      return banner(
        `The database was damaged and there was no backup, so Jobtray starts empty. The damaged file is kept as ${basename(trouble.aside)}; the keys are still in the keychain.`,
      )
    case 'newer':
      return banner(
        'The database was written by a newer Jobtray. It is left as it is; what you do now is kept only until you quit.',
      )
    case 'read-only':
      return banner(
        'The database may not be written to, so nothing new is kept and no ending is told. Make journal.db writable, then start Jobtray again.',
      )
  }
}

const banner = (text: string): Banner => ({ id: 'journal', tone: 'warning', text, act: null })
