/** Shorter texts would strike out innocent words. */
const shortest = 8

/** Names somebody, but lets nobody in; it also stands in honest answers. */
const notSecret = 'x-organization-id'

/** What must never come back out of an answer: each header's value, and the key alone within it. */
export function secretsOf(headers: Readonly<Record<string, string>>): readonly string[] {
  const values = Object.entries(headers).filter(([name]) => name !== notSecret)
  const all = values.flatMap(([, value]) => [value, value.replace(/^(\S+ |stytch_session=)/, '')])
  return [...new Set(all)].filter(value => value.length >= shortest).sort((a, b) => b.length - a.length)
}

/** A server that repeats our key in its answer must not carry it into a fault, the journal or the window. */
export const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((left, secret) => left.replaceAll(secret, '•••'), text)
