/** Letters to be put in, taken out or changed to come from one word to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j += 1) {
      const change = (row[j] ?? 0) + (letter === b[j] ? 0 : 1)
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** What somebody meant who mistyped a word: at most two letters away, and not a word that is hardly there. */
export function nearest(word: string, words: readonly string[]): string | null {
  if (word.length < 3 || word.length > 30) return null
  const ranked = words.map(other => ({ other, far: distance(word, other) })).sort((a, b) => a.far - b.far)
  const [best] = ranked
  return best !== undefined && best.far <= 2 ? best.other : null
}
