import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { root } from '../../scripts/project.mjs'
import { resolveRuntime } from '../../scripts/runtime/resolve.mjs'
import { askAt } from '../../src/cli/ask'
import { socketElsewhere } from '../../src/profile/paths'
import { expect, test } from './support/real-desktop'

test('a profile folder made read-only by its owner is opened again, and nothing in it is lost', async ({
  profile,
  start,
  ask,
  lifeBefore,
}) => {
  await lifeBefore('crawl-locked-out')
  chmodSync(profile, 0o500)
  await start()
  expect((await ask('state:read')).jobs).toMatchObject([{ ref: { jobId: 'crawl-locked-out' } }])
})

test('a journal that may not be written is said, and left whole', async ({ profile, start, ask, lifeBefore }) => {
  await lifeBefore('crawl-readonly')
  const file = join(profile, 'journal.db')
  copyFileSync(file, `${profile}-copy.db`)
  chmodSync(file, 0o400)
  const second = await start()
  const { banners } = await ask('state:read')
  expect(banners).toMatchObject([{ id: 'journal', tone: expect.stringMatching(/warning|error/) }])
  await ask('app:quit')
  await second.exit
  expect(readFileSync(file)).toEqual(readFileSync(`${profile}-copy.db`))
})

/** In namespaces of its own a user may mount; Chromium wants not to be root there, so a second one takes that away. */
const outer = ['--user', '--map-root-user', '--mount']
const inner = ['--user', '--map-user=1000', '--map-group=1000']
const remounted = `mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && exec unshare ${inner.join(' ')} "$2" "$3" --live --profile "$1"`

test('a profile on a read-only disk is watched all the same, says so, and stays as it is (fault 37)', async ({
  desktop,
  profile,
  lifeBefore,
}) => {
  test.skip(spawnSync('unshare', [...outer, 'true']).status !== 0, 'this user may not make a read-only mount')
  await lifeBefore('crawl-readonly')
  const before = readFileSync(join(profile, 'journal.db'))
  const { executable } = await resolveRuntime()
  const child = spawn('unshare', [...outer, 'sh', '-c', remounted, 'sh', profile, executable, root], {
    env: desktop.env,
  })
  const said = text(child.stderr)
  const ended = once(child, 'exit')
  try {
    // Where the command line looks too, whatever its TMPDIR.
    const socket = socketElsewhere(profile)
    const ask = askAt([socket])
    // It answers a moment after its socket is there.
    await expect.poll(() => ask('state:read').catch(() => null)).not.toBeNull()
    const { banners, jobs } = await ask('state:read')
    expect(banners).toMatchObject([{ id: 'read-only', text: expect.stringContaining('may not be written to') }])
    expect(jobs).toMatchObject([{ ref: { jobId: 'crawl-readonly' } }])
    await ask('app:quit')
    const [code, signal] = await ended
    expect([code, signal], await said).toEqual([0, null])
    expect(await said).not.toContain('cannot start')
    expect(readFileSync(join(profile, 'journal.db'))).toEqual(before)
  } finally {
    child.kill('SIGKILL')
  }
})
