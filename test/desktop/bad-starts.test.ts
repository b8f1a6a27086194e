import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDb } from '../../src/main/journal/db'
import { defaultSettings } from '../../src/shared/settings'
import { expect, test } from './support/real-desktop'
import { spawnApp } from './support/spawned-app'

const badSettings: readonly (readonly [string, string | Buffer])[] = [
  ['truncated', '{"keepDays": 7, "pau'],
  ['empty', ''],
  ['all NULs', Buffer.alloc(64)],
  ['behind a byte order mark', '\ufeff{"keepDays": 7}'],
  ['null', 'null'],
  ['a list', '[1]'],
  ['a string', '"x"'],
]

test('settings that are corrupt in any way are set aside, said once and replaced by the defaults', async ({
  profile,
  start,
  ask,
}) => {
  test.slow()
  mkdirSync(profile, { mode: 0o700 })
  for (const [how, content] of badSettings) {
    writeFileSync(join(profile, 'settings.json'), content)
    const app = await start()
    const { settings, banners } = await ask('state:read')
    expect(settings, how).toEqual(defaultSettings)
    expect(
      banners.map(({ text }) => text),
      how,
    ).toEqual([expect.stringMatching(/^The settings could not be read.* kept as settings\.json\.corrupt-\S+\.$/)])
    const aside = readdirSync(profile).filter(name => name.startsWith('settings.json.corrupt-'))
    expect(aside, how).toHaveLength(1)
    expect(readFileSync(join(profile, aside[0] ?? '')), how).toEqual(Buffer.from(content))
    await ask('app:quit')
    expect(await app.exit).toEqual({ code: 0, signal: null })
    rmSync(join(profile, aside[0] ?? ''))
  }
  await start()
  expect((await ask('state:read')).banners).toEqual([])
})

test('one setting that makes no sense falls back alone', async ({ profile, start, ask }) => {
  mkdirSync(profile, { mode: 0o700 })
  writeFileSync(join(profile, 'settings.json'), '{"keepDays": -3, "theme": "dark", "paused": "yes"}')
  await start()
  const { settings, banners } = await ask('state:read')
  expect(settings).toEqual({ ...defaultSettings, theme: 'dark' })
  expect(banners).toMatchObject([{ id: 'settings', tone: 'warning' }])
})

test('a corrupt journal gives way to its backup, and without one to an empty one; the damaged file is kept', async ({
  profile,
  start,
  ask,
  lifeBefore,
}) => {
  await lifeBefore('crawl-journal1')
  const file = join(profile, 'journal.db')
  const backup = join(profile, 'journal.db.backup')
  const garbage = Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8_000, 0xa5)])
  const damaged = () => readdirSync(profile).filter(name => name.startsWith('journal.db.corrupt-'))

  writeFileSync(file, garbage)
  const second = await start()
  const restored = await ask('state:read')
  expect(restored.jobs).toMatchObject([{ ref: { jobId: 'crawl-journal1' } }])
  expect(restored.banners).toMatchObject([{ id: 'journal', text: expect.stringContaining('last backup is in use') }])
  expect(damaged()).toHaveLength(1)
  expect(readFileSync(join(profile, damaged()[0] ?? ''))).toEqual(garbage)
  await ask('app:quit')
  await second.exit

  rmSync(backup)
  writeFileSync(file, garbage)
  await start()
  const anew = await ask('state:read')
  expect(anew.jobs).toEqual([])
  expect(anew.banners).toMatchObject([{ id: 'journal', text: expect.stringContaining('starts empty') }])
  expect(damaged()).toHaveLength(2)
})

test('a journal of a newer version is left as it is and said', async ({ profile, start, ask }) => {
  const first = await start()
  await ask('app:quit')
  await first.exit
  const file = join(profile, 'journal.db')
  const db = openDb(file)
  db.exec('PRAGMA user_version = 9999; PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
  const before = readFileSync(file)
  const app = await start()
  expect((await ask('state:read')).banners).toMatchObject([
    { id: 'journal', text: expect.stringContaining('newer Jobtray') },
  ])
  await ask('app:quit')
  expect(await app.exit).toEqual({ code: 0, signal: null })
  expect(readFileSync(file)).toEqual(before)
})

test('a profile folder that is a file is said in one sentence, with 1', async ({ desktop, profile }) => {
  writeFileSync(profile, 'mine')
  const app = await spawnApp(desktop, ['--live', '--profile', profile])
  expect(await app.exit).toEqual({ code: 1, signal: null })
  await expect
    .poll(app.output)
    .toMatch(/^jobtray: Jobtray cannot start with the folder .* choose another folder with --profile\.$/m)
  expect(readFileSync(profile, 'utf8')).toBe('mine')
})
