const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Text of a server's or a person's on one line of the terminal, which it must not steer. */
export const printable = (text: string, max = 120): string => {
  const signs = [...text.replaceAll(unprintable, '')]
  return signs.length > max ? `${signs.slice(0, max - 1).join('')}…` : signs.join('')
}

const escaped = (sign: string): string =>
  sign
    .split('')
    .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')

/** JSON for a script or a terminal: what could steer the latter is escaped, and reads the same to the former. */
export const json = (value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll(unprintable, sign => (sign === '\n' ? sign : escaped(sign)))
