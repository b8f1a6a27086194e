import { count } from '../../../shared/numbers'
import type { ProgressInput } from '../../../shared/progress'

/** As spreadsheets write a number of more than eleven digits, with the point or the comma of their country. */
const scientific = /^\d(?:[.,]\d+)?E\+\d{2,}$/i

/** What is to be said of keys that a spreadsheet has made numbers of; null: nothing. They are posted as they are. */
export function shortenedSentence(inputs: readonly ProgressInput[]): string | null {
  const keys = inputs.flatMap(({ error, warning }) => (error ?? warning)?.entityKey ?? [])
  const shortened = keys.filter(key => scientific.test(key))
  const [first] = shortened
  if (first === undefined) return null
  const others = shortened.length === 1 ? '' : ` So do ${count(shortened.length - 1)} more.`
  return `The key “${first.slice(0, 60)}” looks like a long number that a spreadsheet has shortened, which loses its last digits: format that column as text and export it again.${others}`
}
