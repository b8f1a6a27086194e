import type { ExportAnswer } from '../../shared/issues'

type OpenFile = {
  /** A disk that is nearly full takes a part, and says so by the number alone. */
  readonly write: (bytes: Uint8Array) => Promise<{ readonly bytesWritten: number }>
  readonly sync: () => Promise<void>
  readonly close: () => Promise<void>
}

export type FilePorts = {
  /** Asks a person for the place; null: they thought better of it. */
  readonly chooseFile: (suggested: string) => Promise<string | null>
  readonly files: {
    readonly open: (file: string) => Promise<OpenFile>
    readonly rename: (from: string, to: string) => Promise<void>
    readonly remove: (file: string) => Promise<void>
  }
}

/** So many characters are gathered before they are written: a write a line makes a file of 90,000 lines take a minute. */
const lot = 1 << 16

async function writeAll(handle: Pick<OpenFile, 'write'>, text: string): Promise<void> {
  let left: Uint8Array = Buffer.from(text)
  while (left.length > 0) {
    const { bytesWritten } = await handle.write(left)
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' })
    left = left.subarray(bytesWritten)
  }
}

/**
 * A file of a person's choice; it is in its place only when it is whole. `fill` gives back how many entries it wrote.
 * Throws what the disk says.
 */
export async function saveWhole(
  { chooseFile, files }: FilePorts,
  suggested: string,
  fill: (write: (text: string) => Promise<void>) => Promise<number>,
): Promise<ExportAnswer> {
  const file = await chooseFile(suggested)
  if (file === null) return null
  const half = `${file}.half`
  try {
    const handle = await files.open(half)
    let written = 0
    let gathered = ''
    const flush = async (): Promise<void> => {
      const text = gathered
      gathered = ''
      await writeAll(handle, text)
    }
    try {
      written = await fill(async text => {
        gathered += text
        if (gathered.length >= lot) await flush()
      })
      await flush()
      await handle.sync()
    } finally {
      await handle.close()
    }
    await files.rename(half, file)
    return { file, written }
  } catch (error) {
    await files.remove(half).catch(() => undefined)
    throw error
  }
}
