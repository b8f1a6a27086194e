import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Find, keysIn } from './key-forms'

/** Null: it has gone since its name was read, as what a running app writes aside and renames. */
const unlessGone = <T>(read: () => T): T | null => {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Every regular file below a folder. */
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? (unlessGone(() => filesBelow(path)) ?? []) : entry.isFile() ? [path] : []
  })

export const keysInFiles = (folder: string, keys: readonly string[]): readonly Find[] =>
  filesBelow(folder).flatMap(path => keysIn(path, unlessGone(() => readFileSync(path)) ?? '', keys))

export const namesBelow = (folder: string): readonly string[] =>
  filesBelow(folder).map(path => path.slice(folder.length + 1))

const parentOf = (pid: number): number => {
  try {
    // "pid (name) state ppid": the name may hold blanks and brackets
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) \S+ /, '')
        .split(' ')[0],
    )
  } catch {
    return 0
  }
}

/** A process and all that it started, Chromium's helpers included. */
export const familyOf = (pid: number): readonly number[] => {
  const all = readdirSync('/proc').map(Number).filter(Number.isInteger)
  const children = (parent: number): readonly number[] =>
    all.filter(candidate => parentOf(candidate) === parent).flatMap(child => [child, ...children(child)])
  return [pid, ...children(pid)]
}

/** Null: it is gone, or the system lets nobody look (a sandboxed renderer's environment). */
const readProc = (pid: number, file: 'cmdline' | 'environ' | 'status'): Buffer | null => {
  try {
    return readFileSync(`/proc/${pid}/${file}`)
  } catch {
    return null
  }
}

export const statusOf = (pid: number): string => readProc(pid, 'status')?.toString('utf8') ?? ''
export const commandOf = (pid: number): string => readProc(pid, 'cmdline')?.toString('utf8').replaceAll('\0', ' ') ?? ''

export const keysInProcesses = (pid: number, keys: readonly string[]): readonly Find[] =>
  familyOf(pid).flatMap(member =>
    (['cmdline', 'environ'] as const).flatMap(file =>
      keysIn(`/proc/${member}/${file}`, readProc(member, file) ?? '', keys),
    ),
  )
