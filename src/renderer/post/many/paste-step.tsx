import { FileUp } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { Button } from '../../parts/button'
import { cx } from '../../parts/class-names'
import { Field, inputLook } from '../../parts/field'
import { FileButton } from '../../parts/file-button'
import { textOfFile } from '../file-text'
import type { Source } from './many-page'
import { readTable, uselessBecause } from './table'

/** Characters beyond which a paste is read at once: the field takes seconds for thousands of lines. */
const longPaste = 20_000

type Props = {
  /** What the field holds at first: a text that was taken, and is to be edited. */
  readonly first: string
  readonly onTaken: (source: Source) => void
}

/** Paste, drop or choose: CSV with a first line that names the columns, or one JSON object a line. */
export function PasteStep({ first, onTaken }: Props) {
  const [text, setText] = useState(first)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [over, setOver] = useState(false)

  const take = (name: string, content: string, isFile = false) => {
    const table = readTable(content)
    const useless = uselessBecause(content, table)
    if (useless === null) onTaken({ name, table, pasted: isFile ? null : content })
    else setTrouble(useless)
  }
  const takeFile = async (file: File) => {
    const read = await textOfFile(file)
    if (read.ok) take(file.name, read.text, true)
    else setTrouble(read.why)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file, ...others] = event.dataTransfer.files
    if (others.length > 0) setTrouble('Drop one file at a time.')
    else if (file !== undefined) void takeFile(file)
    else take('Dropped text', event.dataTransfer.getData('text/plain'))
  }

  return (
    // The drop is one more way to do what the field and the button do.
    <section
      aria-label="Errors to report"
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        'flex flex-col gap-3 rounded-lg border border-dashed px-3.5 py-3.5',
        over ? 'border-accent bg-picked' : 'border-edge',
      )}
    >
      <Field
        label="Errors or warnings"
        error={trouble}
        hint="Paste or drop CSV or JSON lines. Nothing is sent before you have seen how it was read."
      >
        {wiring => (
          <textarea
            {...wiring}
            rows={6}
            spellCheck={false}
            placeholder={
              'entity_type,sku,error_type,message\nproduct,SKU-1042,image_missing,The main image answers 404.'
            }
            value={text}
            onChange={event => {
              setText(event.target.value)
              setTrouble(null)
            }}
            onPaste={event => {
              const pasted = event.clipboardData.getData('text/plain')
              if (pasted.length <= longPaste || text !== '') return
              event.preventDefault()
              take('Pasted errors', pasted)
            }}
            className={cx(inputLook, 'max-h-80 resize-y py-1.5 font-mono text-sm')}
          />
        )}
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <FileButton
          icon={<FileUp size="0.875rem" aria-hidden />}
          accept=".csv,.tsv,.jsonl,.ndjson,.json,.txt"
          name="File of errors"
          onFile={file => void takeFile(file)}
        >
          Choose a file…
        </FileButton>
        <Button look="primary" disabled={text.trim() === ''} onClick={() => take('Pasted errors', text)}>
          Check
        </Button>
      </div>
    </section>
  )
}
