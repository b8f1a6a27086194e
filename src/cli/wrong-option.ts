import { isCommand } from './manual/manual'
import { options } from './manual/options'
import { nearest } from './nearest'
import { printable } from './printable'

/** Words that somebody writes who is about to put a key where others can read it. */
const keyWords = /^--?(k|key|api-?key|token|secret|password)$/i

function meantBy(unknown: string): string | null {
  const meant = nearest(unknown.replace(/^--?/, ''), Object.keys(options))
  return meant === null ? null : `Did you mean --${meant}?`
}

/** Our own sentence for what Node's parser does not like; it never repeats a value, which may be a key. */
export function wrongOption(error: unknown, command: string | undefined): string {
  const message = error instanceof Error ? error.message : ''
  const help = `See jobtray ${command !== undefined && isCommand(command) ? `${command} ` : ''}--help.`
  const unknown = /^Unknown option '([^']*)'/.exec(message)?.[1]
  if (unknown !== undefined) {
    return keyWords.test(unknown)
      ? 'A key is not given on the command line, where others could read it: --key-stdin reads it from standard input.'
      : `There is no option ${printable(unknown, 40)}. ${meantBy(unknown) ?? `${help} An id that begins with a dash goes after --.`}`
  }
  const name = /^Option '(?:-\w, )?(--[\w-]+)/.exec(message)?.[1]
  if (name === undefined) return `The options could not be read. ${help}`
  if (message.includes('is ambiguous')) {
    return `${name} is followed by an option. If that is its value, write ${name}=VALUE.`
  }
  return message.includes('does not take an argument') ? `${name} takes no value.` : `${name} needs a value. ${help}`
}
