import { cut } from './table'

/** Writes one line of standard error over, and clears it with an empty one; null when nobody sees it. */
export const progressLine = process.stderr.isTTY
  ? (line: string): void => void process.stderr.write(`\r\x1b[K${cut(line, (process.stderr.columns || 80) - 1)}`)
  : null
