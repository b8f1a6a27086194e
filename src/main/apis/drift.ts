import type { DriftKind } from '../../shared/diagnostics'
import type { JobFacts, Observation } from './jobs-api'
import { oneLine } from './plain-text'
import { isRecord, type OpenRecord } from './reading'

/** Something in an answer that we do not know, or not in this form. */
export type Oddity = { readonly kind: DriftKind; readonly name: string }

type Shape = { readonly shape: Readonly<Record<string, unknown>> }

/** A server may send a field of its own for each item; a person needs no more than these. */
const mostOfOneAnswer = 20
const longestName = 80

/** `wire`: what the schema made of it. A field of the wrong type has become undefined there (reliability fault 20). */
function fieldsOf({ shape }: Shape, json: OpenRecord, wire: object, before = ''): readonly Oddity[] {
  return Object.keys(json).flatMap((name): Oddity[] => {
    const at = `${before}${oneLine(name, longestName)}`
    if (!Object.hasOwn(shape, name)) return [{ kind: 'unknown-field', name: at }]
    const isLost = Reflect.get(wire, name) === undefined && json[name] !== undefined
    return isLost ? [{ kind: 'wrong-type', name: at }] : []
  })
}

const statusOf = ({ status, phase, outcome }: JobFacts): readonly Oddity[] =>
  phase === 'unknown' || outcome === 'unknown' ? [{ kind: 'unknown-status', name: status }] : []

/** Entries are all alike, so the newest one of each list stands for the rest. */
function entriesOf(lists: Readonly<Record<string, Shape>>, json: OpenRecord): readonly Oddity[] {
  return Object.entries(lists).flatMap(([name, schema]) => {
    const list = json[name]
    const entry: unknown = Array.isArray(list) ? list.at(-1) : null
    return isRecord(entry) ? fieldsOf(schema, entry, entry, `${name}[].`) : []
  })
}

/** The observation with what was odd about the answer it was made from. */
export function withOddities(
  observation: Observation,
  json: unknown,
  wire: object,
  schema: Shape,
  lists: Readonly<Record<string, Shape>> = {},
): Observation {
  if (!isRecord(json)) return observation
  const odd = [...statusOf(observation.facts), ...fieldsOf(schema, json, wire), ...entriesOf(lists, json)]
  return odd.length === 0 ? observation : { ...observation, odd: odd.slice(0, mostOfOneAnswer) }
}
