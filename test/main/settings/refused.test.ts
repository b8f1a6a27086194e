import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createKeeper } from '../../../src/main/settings/keeper'
import type { Settings } from '../../../src/shared/settings'
import { fakeClock } from '../../support/fake-clock'
import { makeReadOnly, mayMount, smallDisk } from '../../support/small-disk'
import { aFolder, confIn, dark } from './a-folder'

/** Takes what room there is, to the last page. */
function fill(folder: string, name = 'filler'): string {
  const file = join(folder, name)
  for (let size = 65_536; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' })
    } catch {
      // full for this size
    }
  }
  return file
}
const large = (keepDays: number): Settings => ({
  ...dark,
  keepDays,
  mutedTypes: Array.from({ length: 300 }, (_, index) => `${keepDays}-${index}-${'x'.repeat(40)}`),
})

describe.skipIf(!mayMount)('on a small disk (skipped unless root: it takes a mount)', () => {
  it('that is full, the old settings stay whole, and it is said (fault 38)', () => {
    const { folder, open, text } = aFolder(smallDisk(300))
    const file = open()
    expect(file.save(large(1))).toBeNull()
    const before = text()
    fill(folder)
    expect(file.save(large(2))).toMatch(/^The settings could not be saved\. Make room on the disk/)
    expect(text()).toBe(before)
    expect(open().settings).toEqual(large(1))
  })

  it('that fills up in the midst of it, the store loses its file by itself, and we do not (fault 38)', () => {
    for (let pages = 0; pages < 12; pages += 1) {
      const { folder, open, file } = aFolder(smallDisk(300))
      expect(open().save(large(1))).toBeNull()
      const filler = fill(folder)
      const room = readFileSync(filler).length - pages * 4_096
      rmSync(filler)
      writeFileSync(filler, Buffer.alloc(room))
      const refusal = open().save(large(2))
      const kept = open()
      expect(kept.trouble, `${pages} pages free`).toBeNull()
      expect(kept.settings).toEqual(refusal === null ? large(2) : large(1))
      if (pages !== 1) continue
      confIn(folder).set({ ...large(3) })
      expect(() => JSON.parse(readFileSync(file, 'utf8'))).toThrow()
    }
  })

  it('they are saved by themselves as soon as there is room (fault 38)', async () => {
    const { folder, open } = aFolder(smallDisk(300))
    const file = open()
    file.save(large(1))
    const filler = fill(folder)
    const clock = fakeClock()
    const lowered: string[] = []
    const keep = createKeeper({ file, clock, board: { lower: id => void lowered.push(id) } })
    expect(keep(large(2))).not.toBeNull()
    expect(keep(large(3))).not.toBeNull()
    await clock.pass(60_000)
    expect([open().settings, lowered]).toEqual([large(1), []])
    rmSync(filler)
    await clock.pass(30_000)
    expect([open().settings, lowered, clock.pending()]).toEqual([large(3), ['settings'], 0])
  })

  it('that may only be read, they are read, and a change is refused in one sentence (fault 37)', () => {
    const { folder, open, write, text } = aFolder(smallDisk(300))
    write('{"theme": "dark"}')
    makeReadOnly(folder)
    const { settings, trouble, save } = open()
    expect([settings.theme, trouble]).toEqual(['dark', null])
    expect(save(dark)).toMatch(/^The settings could not be saved\. Make the settings folder writable/)
    expect(text()).toBe('{"theme": "dark"}')
  })
})
