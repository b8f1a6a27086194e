import type { OptionName } from './options'

/** One command: what it takes, does and prints. */
export type Entry = {
  /** What follows its name. */
  readonly words: string
  /** How many words it takes; null: any number. */
  readonly most: number | null
  readonly options: readonly OptionName[]
  /** One line for the list of all. */
  readonly about: string
  /** What a person should know before using it, a sentence or two a line. */
  readonly more: readonly string[]
  /** What --json prints. */
  readonly json: string
  readonly example: string
}
