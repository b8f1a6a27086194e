import { connecting } from './connecting'
import type { Entry } from './entry'
import { watching } from './watching'
import { working } from './working'

const app = {
  diagnostics: {
    words: '',
    most: 0,
    options: ['json'],
    about: 'answers, trouble, what servers send that nobody knows',
    more: ['The text names no connection, address or job, so that it may be pasted where others read it; --json does.'],
    json: '{at, app, paused, connections, drift, journal, report, ...}',
    example: 'diagnostics',
  },
  quit: {
    words: '',
    most: 0,
    options: ['json'],
    about: 'quit the app',
    more: [],
    json: '{quitting}',
    example: 'quit',
  },
} as const satisfies Readonly<Record<string, Entry>>

/** All commands in the order that a person meets them. */
export const commands = { ...connecting, ...watching, ...working, ...app }

export type CommandName = keyof typeof commands

export const isCommand = (word: string): word is CommandName => Object.hasOwn(commands, word)

export const entryOf = (name: CommandName): Entry => commands[name]
