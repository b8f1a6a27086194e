import { count } from '../../shared/numbers'

/**
 * How the entries stand to the count: the API may list fewer than failed, or more (api-notes E10).
 * `held`: entries we keep; `listed`: entries the server sent; `reported`: items the server counted, null when it did not.
 */
export function listedSentence(
  kind: 'error' | 'warning',
  held: number,
  listed: number,
  reported: number | null,
): string {
  const all = Math.max(held, listed)
  const word = kind === 'error' ? 'failed' : 'warned'
  if (all === 0) {
    if (reported === null || reported === 0) return kind === 'error' ? 'No errors.' : 'No warnings.'
    return `The server counts ${count(reported)} ${word} but lists none.`
  }
  const parts: string[] = []
  if (reported !== null && reported > all) parts.push(`${count(all)} listed of ${count(reported)} ${word}.`)
  if (held < all) parts.push(`The newest ${count(held)} of ${count(all)} are kept.`)
  return parts.join(' ')
}
