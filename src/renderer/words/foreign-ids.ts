import { type Vendor, vendorNames } from '../../shared/connection'
import { isUuid } from '../../shared/job-id'
import { counted } from '../../shared/numbers'

/** A question about ids that look like another vendor's: it may be asked for them, so they are not refused. Null: none do. */
export function foreignSentence(vendor: Vendor, ids: readonly string[]): string | null {
  if (vendor !== 'merchantops') return null
  const foreign = ids.filter(isUuid).length
  if (foreign === 0) return null
  const which =
    ids.length === 1
      ? 'This is a UUID'
      : `${counted(foreign, 'id')} of ${ids.length} ${foreign === 1 ? 'is a UUID' : 'are UUIDs'}`
  return `${which}, as ${vendorNames.retailgrid} job ids are, but this is a ${vendorNames[vendor]} connection. Is it the right one?`
}
