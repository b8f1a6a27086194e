const controls = /\p{Cc}|\p{Bidi_Control}|\p{Cs}|[\u2028\u2029]/gu
const controlsButLines = /(?![\n\t])\p{Cc}|\p{Bidi_Control}|\p{Cs}/gu

/** Most text is like this and needs no cleaning: a list of 20,000 errors is read four times as fast for it. */
const cleanLine = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/
const cleanLines = /^[\x20-\x7e\n\t]*$/

function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).replace(/\p{Cs}$/u, '')}…`
}

/** Text of a server's for a place of one line: no control or bidi characters, at most `max` characters (api-notes E39). */
export const oneLine = (text: string, max: number): string =>
  text.length <= max && cleanLine.test(text)
    ? text
    : cut(
        text
          .slice(0, max * 4)
          .replace(controls, ' ')
          .replace(/ {2,}/g, ' ')
          .trim(),
        max,
      )

/** The same for a place of many lines: line breaks and tabs stay. */
export const manyLines = (text: string, max: number): string =>
  text.length <= max && cleanLines.test(text)
    ? text
    : cut(
        text
          .slice(0, max * 4)
          .replace(/\r\n?/g, '\n')
          .replace(controlsButLines, ' '),
        max,
      )
