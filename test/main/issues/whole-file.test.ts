import { mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { saveWhole } from '../../../src/main/issues/whole-file'

async function aFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'jobtray-whole-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const lots: number[] = []
  const place = {
    chooseFile: async (suggested: string) => join(folder, suggested),
    files: {
      rename,
      remove: (file: string) => rm(file, { force: true }),
      async open(file: string) {
        const handle = await open(file, 'w')
        const write = (bytes: Uint8Array) => {
          lots.push(bytes.length)
          return handle.write(bytes)
        }
        return { write, sync: () => handle.sync(), close: () => handle.close() }
      },
    },
  }
  return { folder, lots, place }
}

it('lines that are handed over one by one reach the disk whole and in order, many of them in one write', async () => {
  const { folder, lots, place } = await aFolder()
  const lines = Array.from({ length: 20_000 }, (_, index) => `SKU-${index} é\n`)
  const answer = await saveWhole(place, 'items.csv', async write => {
    for (const line of lines) await write(line)
    return lines.length
  })
  expect(answer).toEqual({ file: join(folder, 'items.csv'), written: 20_000 })
  expect(await readFile(join(folder, 'items.csv'), 'utf8')).toBe(lines.join(''))
  expect(lots.length).toBeLessThan(10)
})

it('what was gathered when it is given up is nowhere', async () => {
  const { folder, place } = await aFolder()
  const given = saveWhole(place, 'items.csv', async write => {
    await write('SKU-1\n')
    throw new Error('enough')
  })
  await expect(given).rejects.toThrow('enough')
  expect(await readdir(folder)).toEqual([])
})
