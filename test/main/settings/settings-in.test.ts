import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { defaultSettings } from '../../../src/shared/settings'
import { aFolder, dark } from './a-folder'

const corruptions: readonly (readonly [string, string | Buffer])[] = [
  ['truncated', '{"keepDays": 7, "pau'],
  ['empty', ''],
  ['all NULs', Buffer.alloc(64)],
  ['behind a byte order mark', '\ufeff{"keepDays": 7}'],
  ['null', 'null'],
  ['a list', '[1]'],
  ['a string', '"x"'],
]

describe('the settings file', () => {
  it('gives back what was saved, and writes nothing at a start', () => {
    const { open, names } = aFolder()
    const first = open()
    expect([first.settings, first.trouble, names()]).toEqual([defaultSettings, null, []])
    expect(first.save(dark)).toBeNull()
    const second = open()
    expect([second.settings, second.trouble]).toEqual([dark, null])
    expect(names()).toEqual(['settings.json', 'settings.json.backup'])
  })

  it.each(corruptions)(
    'that is %s gives way to the last good one, is kept, and is told once (fault 36)',
    (_how, bad) => {
      const { folder, open, write, names } = aFolder()
      open().save(dark)
      write(bad)
      const { settings, trouble } = open()
      expect(settings).toEqual(dark)
      expect(trouble).toMatch(
        /^The settings were damaged\. The last good ones .* kept as settings\.json\.corrupt-\S+\.$/,
      )
      const aside = names().find(name => name.includes('.corrupt-')) ?? ''
      expect(readFileSync(join(folder, aside))).toEqual(Buffer.from(bad))
      expect([open().settings, open().trouble]).toEqual([dark, null])
    },
  )

  it.each(corruptions)('that is %s gives way to the defaults where no other was ever good (fault 36)', (_how, bad) => {
    const { open, write, names } = aFolder()
    write(bad)
    const { settings, trouble } = open()
    expect(settings).toEqual(defaultSettings)
    expect(trouble).toMatch(/^The settings could not be read and are back to their defaults\. .* kept as /)
    expect(names().filter(name => name.includes('.corrupt-'))).toHaveLength(1)
    expect(open().trouble).toBeNull()
  })

  it('of an earlier Jobtray, which made no backup, has one after the first start', () => {
    const { open, write } = aFolder()
    write('{"theme": "dark"}')
    open()
    write('{"theme": "da')
    expect(open().settings.theme).toBe('dark')
  })

  it('with some values that make no sense is mended, and that is told once', () => {
    const { open, write } = aFolder()
    write('{"keepDays": -3, "theme": "dark", "paused": "yes"}')
    const { settings, trouble } = open()
    expect(settings).toEqual({ ...defaultSettings, theme: 'dark' })
    expect(trouble).toMatch(/^Some settings had values/)
    expect([open().settings, open().trouble]).toEqual([settings, null])
  })

  it('of a newer version is left as it is, and never written over (fault 40)', () => {
    const { open, write, text, names } = aFolder()
    const newer = '{"version": 99, "theme": {"of": "tomorrow"}}'
    write(newer)
    const { settings, trouble, save, maySave } = open()
    expect([settings, maySave]).toEqual([defaultSettings, false])
    expect(trouble).toMatch(/newer Jobtray/)
    expect(save(dark)).toMatch(/newer Jobtray/)
    expect([text(), names()]).toEqual([newer, ['settings.json']])
  })

  it('has what kills left beside it swept away at a start (fault 39)', async () => {
    const { folder, open, names, write } = aFolder()
    open().save(dark)
    const script = `import Conf from 'conf'
      const conf = new Conf({ cwd: ${JSON.stringify(folder)}, configName: 'settings' })
      process.stdout.write('go')
      for (let n = 1; ; n += 1) conf.set({ keepDays: 1 + (n % 90), mutedTypes: [String(n).repeat(20_000)] })`
    let left = 0
    // twelve starts of Node, on a machine that may be busy
    for (let round = 0; round < 12; round += 1) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      // it would never end by itself
      onTestFinished(() => void child.kill('SIGKILL'))
      const gone = once(child, 'exit')
      await once(child.stdout, 'data')
      // the moment is the point
      await sleep(Math.random() * 15)
      child.kill('SIGKILL')
      await gone
      left += names().filter(name => name.includes('.tmp-')).length
      write(JSON.stringify(dark))
      expect(open().settings).toEqual(dark)
      expect(names().filter(name => name.includes('.tmp-') || name.endsWith('.half'))).toEqual([])
    }
    if (left === 0) writeFileSync(join(folder, 'settings.json.tmp-1234567890abcdef'), '{')
    open()
    expect(names()).toEqual(['settings.json', 'settings.json.backup'])
  }, 240_000)
})
