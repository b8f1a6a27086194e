export type KeyVerdict = { readonly ok: true; readonly key: string } | { readonly ok: false; readonly why: string }

/**
 * Only printable ASCII may enter a header: a newline makes the HTTP stack put the whole key into an error message,
 * and other letters are sent in an encoding nobody chose (reliability traps 4 and 57). The reason never repeats the key.
 */
export function checkKey(text: string): KeyVerdict {
  const key = text.trim()
  if (key === '') return { ok: false, why: 'Enter the API key.' }
  if (key.length > 4096) return { ok: false, why: 'This is longer than any API key (4,096 characters at most).' }
  if (/[\r\n]/.test(key)) return { ok: false, why: 'The key has a line break in it. Copy it again as one line.' }
  if (/\s/.test(key)) return { ok: false, why: 'The key has a blank in it. Copy it again without blanks.' }
  if (!/^[\x21-\x7e]+$/.test(key)) return { ok: false, why: 'The key has a character that no key has. Copy it again.' }
  return { ok: true, key }
}
