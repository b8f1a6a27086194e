import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AppInfo, Banner } from '../shared/snapshot'
import { firstView } from './connections/first-view'
import { backUpAside, createBackups } from './journal/backups'
import { journalOf } from './journal/journal'
import { leaveJournal } from './journal/leaving'
import { backupOf, openJournal } from './journal/open'
import { journalBanner } from './journal/trouble'
import type { Trouble } from './requests/answer'
import { createKeeper, settingsBanner } from './settings/keeper'
import { openSettings } from './shell/settings-file'
import { createBoard, mostNotices } from './watch/board'
import type { Clock } from './watch/clock'

/**
 * Opens what the profile holds and lays it out on the board; what could not be read is said in banners.
 * `beginsAnew`: what it holds is of a demo that is over.
 */
export function remember(profile: string, clock: Clock, app: AppInfo, trouble: Trouble, beginsAnew = false) {
  const file = join(profile, 'journal.db')
  const settingsFile = openSettings(profile, clock.wall())
  const opened = openJournal(file, clock.wall())
  const journal = journalOf(opened.db)
  if (beginsAnew) journal.clear()
  const damage = journalBanner(opened.trouble)
  const odd: Banner | null =
    settingsFile.trouble === null
      ? null
      : { id: settingsBanner, tone: 'warning', text: settingsFile.trouble, act: null }

  const stored = journal.connections.all()
  const start = {
    app,
    connections: stored.map(firstView),
    notices: journal.notices.newest(mostNotices),
    banners: [damage, odd].filter(banner => banner !== null),
    settings: settingsFile.settings,
    jobs: journal.jobs.all(),
  }
  const board = createBoard(clock, start, trouble)
  const mayWrite = opened.trouble.kind !== 'read-only' && opened.trouble.kind !== 'newer'
  const backups = createBackups({
    db: opened.db,
    clock,
    hasOne: existsSync(backupOf(file)),
    copy: () => backUpAside(file),
    trouble,
  })
  if (mayWrite) backups.start()
  return {
    board,
    journal,
    stored,
    saveSettings: createKeeper({ file: settingsFile, board, clock }),
    close(): void {
      backups.stop()
      const { isStale } = backups
      leaveJournal({ db: opened.db, journal, file, found: opened.trouble.kind, jobs: board.jobs(), isStale })
    },
  }
}

export type Memory = ReturnType<typeof remember>
