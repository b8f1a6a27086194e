/** How well `wanted` (lower case, no blanks) is found in `text` (lower case) as letters in this order; null: not at all. */
export function fuzzyScore(wanted: string, text: string): number | null {
  const whole = text.indexOf(wanted)
  // Found as it was typed: best at the very beginning, then at the beginning of a word.
  if (whole >= 0) return 1_000 - Math.min(whole, 100) + (isWordStart(text, whole) ? 200 : 0)
  let at = -1
  let score = 0
  for (const letter of wanted) {
    const next = nextOf(text, letter, at)
    if (next < 0) return null
    score += next === at + 1 ? 8 : 6 - Math.min(5, (next - at) / 8)
    at = next
  }
  return score
}

/** The letter right after the last one, else at the beginning of a later word: letters strewn anywhere find everything. */
function nextOf(text: string, letter: string, at: number): number {
  if (at >= 0 && text.charAt(at + 1) === letter) return at + 1
  let next = text.indexOf(letter, at + 1)
  while (next >= 0 && !isWordStart(text, next)) next = text.indexOf(letter, next + 1)
  return next
}

/** Every word must be found; the sum of their scores. An empty search finds everything alike. */
export function scoreOf(words: readonly string[], text: string): number | null {
  let sum = 0
  for (const word of words) {
    const score = fuzzyScore(word, text)
    if (score === null) return null
    sum += score
  }
  return sum
}

const isWordStart = (text: string, at: number): boolean => at === 0 || /[\s\-_/:·]/.test(text.charAt(at - 1))
