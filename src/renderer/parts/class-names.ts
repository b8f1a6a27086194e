/** Joins what is there; a condition that does not hold leaves nothing behind. */
export const cx = (...names: readonly (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ')
