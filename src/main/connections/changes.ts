import type { ConnectionDraft } from '../../shared/connection'

/** Scheme, host and port. */
export const originOf = (baseUrl: string): string => (URL.canParse(baseUrl) ? new URL(baseUrl).origin : baseUrl)

/** A key goes to the server it was given for and to no other (reliability item 22). */
export const sameServer = (a: ConnectionDraft, b: ConnectionDraft): boolean =>
  originOf(a.baseUrl) === originOf(b.baseUrl)

/** The same id names another job there: what is known of the jobs does not carry over (api-notes E36, E44). */
export const seesOtherJobs = (a: ConnectionDraft, b: ConnectionDraft): boolean =>
  a.baseUrl !== b.baseUrl || a.organization !== b.organization

/** Only the name may differ: every request goes out as before. */
export const asksAlike = (a: ConnectionDraft, b: ConnectionDraft): boolean =>
  !seesOtherJobs(a, b) && JSON.stringify(a.keySending) === JSON.stringify(b.keySending)
