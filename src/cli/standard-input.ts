import { CommandError } from './ask'

/** All of a stream as text, at most so many characters: a wrong file would else be read to its end. */
export async function readAtMost(stream: NodeJS.ReadableStream, most: number, what: string): Promise<string> {
  const parts: string[] = []
  let length = 0
  stream.setEncoding('utf8')
  for await (const part of stream) {
    parts.push(String(part))
    length += parts.at(-1)?.length ?? 0
    if (length > most) throw new CommandError(`Standard input is too long to be ${what}.`, 2)
  }
  return parts.join('')
}
