import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { writeVerified } from './verified-write'

/** Of the form of the file; a later Jobtray that means other things by the same names counts on. */
export const settingsVersion = 1

export const backupOf = (file: string): string => `${file}.backup`
/** What is being written; whole or of no use. */
export const halfOf = (file: string): string => `${file}.half`

type Values = Readonly<Record<string, unknown>>

/** What a file holds. `unreadable`: it is there, but may not be read. */
export type Reading =
  | { readonly kind: 'good'; readonly values: Values; readonly text: string }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'absent' | 'newer' | 'unreadable' }

/** What was found at the start. `aside`: the name under which a damaged file is kept; null: it could not be moved. */
export type Found =
  | { readonly kind: 'good'; readonly values: Values }
  | { readonly kind: 'restored'; readonly values: Values; readonly aside: string | null }
  | { readonly kind: 'damaged'; readonly aside: string | null }
  | { readonly kind: 'absent' | 'newer' | 'unreadable' }

export function readValues(file: string): Reading {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    return { kind: codeOf(error) === 'ENOENT' ? 'absent' : 'unreadable' }
  }
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return { kind: 'damaged' }
    const values: Values = { ...parsed }
    const { version } = values
    if (typeof version === 'number' && version > settingsVersion) return { kind: 'newer' }
    return { kind: 'good', values, text }
  } catch {
    return { kind: 'damaged' }
  }
}

export const codeOf = (error: unknown): unknown => (error instanceof Error ? Reflect.get(error, 'code') : undefined)

/** Reads the settings file; a damaged one is kept under another name and the last good backup taken (reliability faults 36, 39, 40). */
export function findSettings(file: string, now: Date): Found {
  sweep(file)
  const first = readValues(file)
  if (first.kind === 'good') {
    keepBackup(file, first.text)
    return first
  }
  if (first.kind !== 'damaged') return first
  const aside = setAside(file, now)
  const last = readValues(backupOf(file))
  if (last.kind !== 'good') return { kind: 'damaged', aside }
  attempt(() => copyFileSync(backupOf(file), file))
  return { kind: 'restored', values: last.values, aside }
}

/** Only where there is news: a start writes nothing to the disk otherwise. */
function keepBackup(file: string, text: string): void {
  const last = readValues(backupOf(file))
  if (last.kind === 'good' && last.text === text) return
  attempt(() => {
    writeVerified(halfOf(file), text)
    renameSync(halfOf(file), backupOf(file))
  })
}

/** Gives back its new name. */
function setAside(file: string, now: Date): string | null {
  const name = `${basename(file)}.corrupt-${now.toISOString().replaceAll(':', '-')}`
  return attempt(() => renameSync(file, join(dirname(file), name))) ? name : null
}

/** A kill leaves what was being written, by us or by the store (reliability fault 39). */
function sweep(file: string): void {
  const isLeft = (name: string) => name === basename(halfOf(file)) || name.startsWith(`${basename(file)}.tmp-`)
  attempt(() => {
    for (const name of readdirSync(dirname(file)).filter(isLeft)) rmSync(join(dirname(file), name), { force: true })
  })
}

/** True when it went well; what cannot be written now is no reason not to start. */
function attempt(act: () => void): boolean {
  try {
    act()
    return true
  } catch {
    return false
  }
}
