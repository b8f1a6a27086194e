import type { ConnectionId } from '../../shared/connection'
import type { ItemExportAnswer, ItemExportForm } from '../../shared/issues'
import type { ItemQuery } from '../../shared/item-query'
import type { Course } from './courses'
import { cell, utcOf } from './export-text'
import type { Finder, Placed } from './finder'
import { type FilePorts, saveWhole } from './whole-file'

const results = { errors: 'failed', warnings: 'warned', referenceKeys: 'listed' } as const

/** Of a key without a place: nothing names it, or nothing of the kind that was asked for. */
const without = { errors: 'not-failed', warnings: 'not-warned', referenceKeys: 'not-listed' } as const

const nowhere = {
  found_as: null,
  job_id: null,
  connection: null,
  job_type: null,
  job_status: null,
  entity_type: null,
  error_type: null,
  step: null,
  message: null,
  timestamp: null,
}

type Row = Readonly<Record<keyof typeof nowhere | 'key' | 'result', string | null>>

const columns = [
  'key',
  'result',
  'found_as',
  'job_id',
  'connection',
  'job_type',
  'job_status',
  'entity_type',
  'error_type',
  'step',
  'message',
  'timestamp',
] as const satisfies readonly (keyof Row)[]

const rowOf = ({ sought, place, watched }: Placed, connection: string): Row => ({
  key: sought,
  result: results[place.list],
  found_as: place.key,
  job_id: place.ref.jobId,
  connection,
  job_type: watched.job?.jobType ?? null,
  job_status: watched.job?.status ?? null,
  entity_type: place.entityType,
  error_type: place.issue?.errorType ?? null,
  step: place.issue?.step ?? null,
  message: place.issue?.message ?? null,
  timestamp: utcOf(place.issue?.timestamp ?? null),
})

const lineOf = (form: ItemExportForm, row: Row): string =>
  form === 'csv' ? `${columns.map(name => cell(row[name])).join(',')}\r\n` : `${JSON.stringify(row)}\n`

/** Writes where items are named to a file of a person's choice; of several keys also those that are named nowhere. */
export function createItemExporter(
  finder: Pick<Finder, 'each'>,
  nameOf: (id: ConnectionId) => string,
  place: FilePorts,
) {
  return async (query: ItemQuery, form: ItemExportForm, course: Course): Promise<ItemExportAnswer> => {
    let isCut = false
    const answer = await saveWhole(place, `items.${form}`, async write => {
      let written = 0
      const put = async (row: Row): Promise<void> => {
        await write(lineOf(form, row))
        written += 1
      }
      if (form === 'csv') await write(`\ufeff${columns.join(',')}\r\n`)
      const rest = await finder.each(query, placed => put(rowOf(placed, nameOf(placed.place.ref.connectionId))), course)
      const result = query.list === undefined ? 'nowhere' : without[query.list]
      for (const key of rest.missing) await put({ ...nowhere, key, result })
      isCut = rest.isCut
      return written
    })
    return answer && { ...answer, isCut }
  }
}
