/** What turns the writing direction of all that follows: left in, `gpj.exe` would be read as `exe.jpg`. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g

/** Right-to-left letters keep their direction; marks that force one are taken out. */
export const withoutTurns = (text: string): string => text.replace(turning, '')

/** Server text for one place: control characters become blanks, nothing turns the line, and what is too long ends in an ellipsis (api-notes E39). */
export function plainText(text: string, max: number): string {
  const cut = text.length > max ? `${text.slice(0, max).trimEnd()}…` : text
  // Line breaks and tabs stay; every other control character has no shape a person could read.
  return Array.from(withoutTurns(cut), char => (isControl(char) ? ' ' : char)).join('')
}

function isControl(char: string): boolean {
  const code = char.codePointAt(0) ?? 0
  return (code < 0x20 && code !== 0x0a && code !== 0x09) || (code >= 0x7f && code < 0xa0)
}
