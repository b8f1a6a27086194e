/** Base64 shifts with what stands in front: each of the three alignments, without the ends that depend on neighbours. */
const inBase64 = (key: string): readonly string[] =>
  [0, 1, 2].flatMap(shift => {
    const whole = Buffer.concat([Buffer.alloc(shift, 'x'), Buffer.from(key)]).toString('base64')
    const inner = whole.slice(Math.ceil((shift * 8) / 6), whole.length - 4)
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })

const escapedBytes = (key: string): string =>
  [...Buffer.from(key)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('')

/** How a key may look on its way: as it is, in JSON, in HTML, URL-encoded, in hex, in base64. */
const formsOf = (key: string): ReadonlyMap<string, string> =>
  new Map([
    ['as it is', key],
    ['in JSON', JSON.stringify(key).slice(1, -1)],
    ['in HTML', key.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')],
    ['URL-encoded', encodeURIComponent(key)],
    ['URL-encoded whole', escapedBytes(key)],
    ['in hex', Buffer.from(key).toString('hex')],
    ...inBase64(key).map((form, index) => [`in base64 ${index}`, form] as const),
  ])

export type Find = { readonly where: string; readonly form: string }

const letters = (content: Buffer | string): Buffer => (typeof content === 'string' ? Buffer.from(content) : content)

/** Looks for keys in one place, in every form, in UTF-8 and in UTF-16. Gives back what was found, never the key. */
export const keysIn = (where: string, content: Buffer | string, keys: readonly string[]): readonly Find[] => {
  const bytes = letters(content)
  const lower = bytes.toString('latin1').toLowerCase()
  return keys.flatMap((key, nth) =>
    [...formsOf(key)]
      .filter(
        ([name, form]) =>
          bytes.includes(form) ||
          bytes.includes(Buffer.from(form, 'utf16le')) ||
          ((name === 'in hex' || name === 'URL-encoded whole') && lower.includes(form)),
      )
      .map(([form]) => ({ where, form: `key ${nth} ${form}` })),
  )
}
