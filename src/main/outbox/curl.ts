/** Stands for the key wherever a request is shown. */
export const keyWord = '$JOBTRAY_KEY'

type Shown = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** In double quotes the shell puts the key in; whatever else it would read there is escaped. */
const withKey = (text: string): string =>
  `"${text
    .split(keyWord)
    .map(part => part.replace(/[\\"$`]/g, '\\$&'))
    .join(keyWord)}"`

/** The request for a POSIX shell, with the key from the environment. `--data-raw`: a body that begins with @ is no file. */
export function curlOf({ url, headers, body }: Shown): string {
  const lines = Object.entries(headers).map(([name, value]) => {
    const header = `${name}: ${value}`
    return `-H ${header.includes(keyWord) ? withKey(header) : quoted(header)}`
  })
  return [`curl -X POST ${quoted(url)}`, ...lines, `--data-raw ${quoted(body)}`].join(' \\\n  ')
}
