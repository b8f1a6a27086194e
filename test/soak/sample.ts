import type { Vendor } from '../../src/shared/connection'

/** What the watcher under soak is told: a line of JSON as its only argument. */
export type SoakAssignment = {
  readonly folder: string
  readonly servers: readonly {
    readonly name: string
    readonly vendor: Vendor
    readonly baseUrl: string
    readonly key: string
    readonly jobIds: readonly string[]
  }[]
  /** How many times faster its clock runs. */
  readonly haste: number
  /** Real ms between two samples. */
  readonly sampleMs: number
}

/** What it prints at each sample, a line of JSON. Hours are those of its own fast clock; heap after a collection, bytes. */
export type Sample = {
  readonly hours: number
  readonly heap: number
  readonly rss: number
  readonly unhandled: number
  /** Notices decided so far. */
  readonly notices: number
  /** How often a key was entered anew after it had been refused. */
  readonly keysEntered: number
  /** Requests since the last sample and the slowest answer by the fast clock, for each server. */
  readonly pace: string
  /** Jobs that should have been looked at and were not, and how many were held against that rule. */
  readonly overdue: readonly string[]
  /** The same, for want of a free place at the server. */
  readonly crowded: number
  readonly checked: number
  /** Jobs left out of the rule: their server or they themselves are in trouble. */
  readonly excused: number
  readonly active: number
  /** Or gone. */
  readonly ended: number
  readonly complaints: readonly string[]
}
