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

/** Signs for which JSON has others as well: a quote and a backslash always, the rest where a server is careful of HTML. */
const otherwise = /["'\\/<>&+`]/

const hex = (sign: string): string => sign.charCodeAt(0).toString(16).padStart(4, '0')
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Finds a secret in JSON however its signs are written there. */
function patternOf(secret: string): RegExp {
  const parts = secret.split(/(["'\\/<>&+`])/).map((part, index) => {
    if (index % 2 === 0) return literal(part)
    const [high = '', low = ''] = [hex(part).slice(0, 3), hex(part).slice(3)]
    return `(?:\\\\?${literal(part)}|\\\\u${high}[${low}${low.toUpperCase()}])`
  })
  return new RegExp(parts.join(''), 'g')
}

/** A server that repeats our key in its answer must not carry it into a fault, the journal or the window. `text`: JSON. */
export const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((left, secret) => left.replaceAll(otherwise.test(secret) ? patternOf(secret) : secret, '•••'), text)
