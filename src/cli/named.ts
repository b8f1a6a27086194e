import type { FaultKind } from '../shared/fault'
import { printable } from './printable'

/** A name as a word of the shell's, to be pasted. */
export const asWord = (name: string): string =>
  /^[\w.-]+$/.test(name) ? name : `'${printable(name).replaceAll("'", "'\\''")}'`

/** What to do about a key that is missing or refused, at the place where a person reads it. */
export const keyHint = (kind: FaultKind | undefined, name: string): string =>
  kind === 'unauthorized' || kind === 'no-key' ? ` jobtray key ${asWord(name)} --key-stdin gives it another.` : ''
