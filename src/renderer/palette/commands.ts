import type { ConnectionView, WatchedJob } from '../../shared/snapshot'
import { appCommands } from './app-commands'
import { jobCommands } from './job-commands'
import { placeCommands } from './place-commands'

/** An act that the palette offers. */
export type Command = {
  /** Never changes: what was chosen lately is remembered by it. */
  readonly id: string
  readonly label: string
  /** Other words that it should be found by. */
  readonly also?: string
  /** The shortcut that does the same, as it is shown. */
  readonly keys?: string
  readonly run: () => void
}

/** What decides which acts there are. */
export type CommandContext = {
  /** The job whose page is open or on whose row the keyboard stands. */
  readonly watched: WatchedJob | null
  readonly connections: readonly ConnectionView[]
  readonly paused: boolean
  /** Notifications are held back until then, ISO, or not. */
  readonly snoozedUntil: string | null
  readonly unseen: number
  /** What was let go last and can be watched again; null: nothing. */
  readonly letGo: string | null
  readonly now: Date
}

/** Those about the job at hand come first. */
export const commandsFor = (context: CommandContext): readonly Command[] => [
  ...(context.watched === null ? [] : jobCommands(context.watched)),
  ...placeCommands(context),
  ...appCommands(context),
]
