import type { Out } from './commands'

/**
 * Standard output and error. Whoever reads may have had enough (`| head`): then nothing more is written, and what was
 * asked for is done all the same. What cannot be written for another reason is told, with exit code 1.
 */
export function openOutput(): Out {
  let isOpen = true
  process.stderr.on('error', () => undefined)
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    isOpen = false
    if (error.code === 'EPIPE') return
    process.stderr.write(`The output could not be written (${error.code ?? error.message}).\n`)
    process.exitCode = 1
  })
  return text => {
    if (isOpen) process.stdout.write(`${text}\n`)
  }
}
