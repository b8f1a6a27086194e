import type { IssueInput } from '../../../shared/progress'

export type TypedError = {
  readonly entityKey: string
  readonly errorType: string
  readonly message: string
  readonly entityType: string
}

/** Without an entity type the server counts no item as failed (api-notes E29), and what a worker reports is mostly products. */
export const firstTyped: TypedError = { entityKey: '', errorType: '', message: '', entityType: 'product' }

/** What stands in the form for the next error: all but the key, which is another's. */
export const typedAgain = (typed: TypedError): TypedError => ({ ...typed, entityKey: '' })

/** Null while something needed is missing. */
export function errorOf(typed: TypedError): IssueInput | null {
  const entityKey = typed.entityKey.trim()
  const errorType = typed.errorType.trim()
  const message = typed.message.trim()
  const entityType = typed.entityType.trim()
  if (entityKey === '' || errorType === '' || message === '') return null
  return { entityKey, errorType, message, ...(entityType === '' ? {} : { entityType }) }
}
