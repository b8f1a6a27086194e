/** Writes one line of standard error over, and clears it with an empty one; null when nobody sees it. */
export const progressLine = process.stderr.isTTY
  ? (line: string): void => void process.stderr.write(`\r\x1b[K${cut(line, process.stderr.columns)}`)
  : null

/** A line that breaks cannot be written over. */
const cut = (line: string, columns: number): string => {
  const signs = [...line]
  return signs.length < columns ? line : `${signs.slice(0, Math.max(0, columns - 2)).join('')}…`
}
