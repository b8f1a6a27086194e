import { Choice } from '../../parts/choice'
import { Field, inputLook } from '../../parts/field'
import { type IssuePart, issueParts, type Mapping, partNames, requiredParts, type Source } from './mapping'
import type { TableRow } from './table'

type Props = {
  readonly mapping: Mapping
  readonly columns: readonly string[]
  /** Its values show what a column holds. */
  readonly first: TableRow | null
  readonly onChange: (mapping: Mapping) => void
}

/** No column is named so. */
const fixedText = ''

/** Which column fills which part, or one text for every row. */
export function MappingFields({ mapping, columns, first, onChange }: Props) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-3 @md/page:grid-cols-2 @3xl/page:grid-cols-3">
      {issueParts.map(part => (
        <OnePart
          key={part}
          part={part}
          source={mapping[part]}
          columns={columns}
          first={first}
          onChange={source => onChange({ ...mapping, [part]: source })}
        />
      ))}
    </div>
  )
}

type OneProps = Omit<Props, 'mapping' | 'onChange'> & {
  readonly part: IssuePart
  readonly source: Source
  readonly onChange: (source: Source) => void
}

function OnePart({ part, source, columns, first, onChange }: OneProps) {
  const { column, fixed } = source
  const isNeeded = requiredParts.has(part)
  const missing = isNeeded && column === null && fixed.trim() === ''
  const sample = column === null ? undefined : first?.cells[column]
  const shown = sample === undefined ? '' : typeof sample === 'string' ? sample : JSON.stringify(sample)
  const hint = missing
    ? 'Choose a column, or type a text for all.'
    : shown === ''
      ? null
      : `such as ${shown.slice(0, 60)}`
  return (
    <div className="flex flex-col gap-1">
      <Field label={partNames[part]} optional={!isNeeded} error={null} {...(hint === null ? {} : { hint })}>
        {wiring => (
          <Choice
            {...wiring}
            value={column ?? fixedText}
            onChange={event => {
              const { value } = event.target
              onChange({ column: value === fixedText ? null : value, fixed })
            }}
            className="w-full"
          >
            {columns.map(name => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
            <option value={fixedText}>{isNeeded ? 'The same for all' : 'None, or the same for all'}</option>
          </Choice>
        )}
      </Field>
      {column === null && (
        <input
          aria-label={`${partNames[part]} for all`}
          placeholder={isNeeded ? 'Text for all rows' : 'Left out'}
          value={fixed}
          spellCheck={false}
          autoComplete="off"
          onChange={event => onChange({ column, fixed: event.target.value })}
          className={inputLook}
        />
      )}
    </div>
  )
}
