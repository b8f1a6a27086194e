import { readDeepLink } from '../shared/deep-link'
import { CommandError } from './ask'
import { type CommandName, entryOf } from './manual/manual'
import { printable } from './printable'

/** The words of a command that takes a connection and jobs, where a link names both of them in one. */
export function linked(command: CommandName, words: readonly string[]): readonly string[] {
  const [first = '', ...rest] = words
  const { words: takes, most } = entryOf(command)
  if (!takes.startsWith('N ID')) return words
  const isLinked = /^jobtray:/i.test(first)
  if (rest.some(word => /^jobtray:\/\//i.test(word.trim()))) {
    const remedy =
      isLinked || rest.length > 1 ? 'give it in a command of its own' : `leave out “${printable(first, 60)}”`
    throw new CommandError(`A link names its connection itself: ${remedy}.`, 2)
  }
  if (!isLinked) return words
  const link = readDeepLink(first)
  if (link === null) {
    throw new CommandError(
      `“${printable(first, 60)}” is no link that Jobtray reads. One is written jobtray://job/CONNECTION/ID.`,
      2,
    )
  }
  // As a list an id stays as the link has it, were it a dash or one with a comma in it.
  return [link.connection, ...(most === null ? [JSON.stringify(link.jobIds)] : link.jobIds), ...rest]
}
