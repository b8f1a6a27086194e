import {
  type ExportAnswer,
  type ExportForm,
  type ExportProgress,
  type ItemExportAnswer,
  mostWritten,
} from '../../shared/issues'
import { count, counted } from '../../shared/numbers'

/** `3 lines saved in /there/items.csv.`, and what to do where that is not all. */
export function savedSentence({ written, file, isCut }: NonNullable<ItemExportAnswer>): string {
  const saved = `${counted(written, 'line')} saved in ${file}.`
  return isCut
    ? `Not all places are saved: ${saved} Of one key it holds ${count(mostWritten)} at most; type more of the key, or choose a connection or a type.`
    : saved
}

export const exportForms: readonly { readonly form: ExportForm; readonly label: string }[] = [
  { form: 'csv', label: 'As CSV…' },
  { form: 'jsonl', label: 'As JSON lines…' },
  { form: 'keys', label: 'The keys alone…' },
  { form: 'copy', label: 'Copy keys' },
]

/** `12 entries saved in /there/errors.csv.`, `12 keys copied.` */
export function exportedSentence(form: ExportForm, { written, file }: NonNullable<ExportAnswer>): string {
  switch (form) {
    case 'copy':
      return written === 0
        ? 'None of these entries has a key, so nothing was copied.'
        : `${counted(written, 'key')} copied.`
    case 'keys':
      return `${counted(written, 'key')} saved in ${file}.`
    case 'csv':
    case 'jsonl':
      return `${counted(written, 'entry', 'entries')} saved in ${file}.`
  }
}

const steps: Readonly<Record<Exclude<ExportProgress['step'], 'read'>, string>> = {
  look: 'jobs looked at',
  jobs: 'jobs written',
  keys: 'keys looked up',
  entries: 'written',
}

/** `1,200 of 5,000 jobs looked at…` */
export function progressSentence({ step, done, total }: ExportProgress): string {
  if (step === 'read') return readingSentence(total - done)
  return step === 'keys' && total === 1 ? 'Looking the key up…' : `${count(done)} of ${count(total)} ${steps[step]}…`
}

/** `Reading the lists of 1,200 jobs…` */
export const readingSentence = (jobs: number): string => `Reading the lists of ${counted(jobs, 'job')}…`

export const cancelledSentence = (form: ExportForm): string =>
  form === 'copy' ? 'Copying was cancelled; nothing was copied.' : 'Saving was cancelled; no file was written.'
