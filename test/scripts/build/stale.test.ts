import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digestOf } from '../../../scripts/build/stale.mjs'

describe('the digest of the sources', () => {
  let folder = ''
  const digest = () => digestOf(folder, ['src', 'package.json', 'not-there'])
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jobtray-stale-'))
    mkdirSync(join(folder, 'src', 'deep'), { recursive: true })
    writeFileSync(join(folder, 'src', 'deep', 'a.ts'), 'one')
    writeFileSync(join(folder, 'package.json'), '{}')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('stays the same when a file is only touched', () => {
    const before = digest()
    utimesSync(join(folder, 'src/deep/a.ts'), 1, 1)
    expect(digest()).toBe(before)
  })

  it('changes with a content, a new file and a new name', () => {
    const seen = [digest()]
    writeFileSync(join(folder, 'src/deep/a.ts'), 'two')
    seen.push(digest())
    writeFileSync(join(folder, 'src/b.ts'), '')
    seen.push(digest())
    renameSync(join(folder, 'src/b.ts'), join(folder, 'src/c.ts'))
    seen.push(digest())
    expect(new Set(seen).size).toBe(4)
  })
})
