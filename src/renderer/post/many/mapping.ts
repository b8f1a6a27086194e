/** The parts of an error or warning that a column may fill. */
export const issueParts = ['entityKey', 'errorType', 'message', 'entityType', 'step', 'details'] as const
export type IssuePart = (typeof issueParts)[number]

export const partNames: Readonly<Record<IssuePart, string>> = {
  entityKey: 'Key',
  errorType: 'Error type',
  message: 'Message',
  entityType: 'Entity type',
  step: 'Step',
  details: 'Details',
}

export const requiredParts: ReadonlySet<IssuePart> = new Set(['entityKey', 'errorType', 'message'])

const chosenFirst: readonly (readonly [IssuePart, string])[] = [
  ['entityKey', 'the key'],
  ['errorType', 'the error type'],
  ['message', 'the message'],
]

/** What is to be said before any row can be read; null once every needed part has a column or a text. */
export function chooseFirst(mapping: Mapping): string | null {
  const [first, ...others] = chosenFirst.flatMap(([part, name]) => {
    const { column, fixed } = mapping[part]
    return column === null && fixed.trim() === '' ? [name] : []
  })
  if (first === undefined) return null
  const last = others.at(-1)
  const between = others.slice(0, -1).map(name => `, which ${name}`)
  return `First say which column holds ${first}${between.join('')}${last === undefined ? '' : ` and which ${last}`}.`
}

/** From a column, or the same text in every row; neither: left out. */
export type Source = { readonly column: string | null; readonly fixed: string }
export type Mapping = Readonly<Record<IssuePart, Source>>

const usualNames: Readonly<Record<IssuePart, readonly string[]>> = {
  entityKey: ['entitykey', 'key', 'sku', 'id', 'productid', 'itemid', 'externalid', 'ean', 'gtin', 'reference', 'item'],
  errorType: ['errortype', 'type', 'code', 'errorcode', 'kind', 'warningtype', 'error'],
  message: ['message', 'text', 'description', 'reason', 'errormessage', 'msg', 'warning'],
  entityType: ['entitytype', 'entity', 'object', 'objecttype'],
  step: ['step', 'stage', 'phase'],
  details: ['details', 'detail', 'data', 'context', 'extra'],
}

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Guesses from the headings; a column serves one part only, and the better name wins. */
export function guessMapping(columns: readonly string[]): Mapping {
  const taken = new Set<string>()
  const guess = (part: IssuePart): Source => {
    const column =
      usualNames[part]
        .map(name => columns.find(column => bare(column) === name && !taken.has(column)))
        .find(found => found !== undefined) ?? null
    if (column !== null) taken.add(column)
    return { column, fixed: '' }
  }
  return {
    entityKey: guess('entityKey'),
    errorType: guess('errorType'),
    message: guess('message'),
    entityType: guess('entityType'),
    step: guess('step'),
    details: guess('details'),
  }
}
