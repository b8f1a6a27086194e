import { useRef } from 'react'
import { counted } from '../../../shared/numbers'
import type { Template } from '../../../shared/outbox'
import { Button } from '../../parts/button'
import { showToast } from '../../state/view'
import { saveFile } from '../save-file'
import { readTemplates, templateText, withTemplate } from './template-file'

type Props = {
  readonly templates: readonly Template[]
  readonly onSave: (templates: readonly Template[]) => Promise<boolean>
}

/** As a file to give to somebody else, and back from one. */
export function TemplateShare({ templates, onSave }: Props) {
  const chooser = useRef<HTMLInputElement>(null)
  const take = async (file: File) => {
    const read = readTemplates(await file.text())
    if (!read.ok) return showToast(read.why, 'bad')
    if (await onSave(read.templates.reduce(withTemplate, templates))) {
      showToast(`${counted(read.templates.length, 'template')} taken from ${file.name}.`)
    }
  }
  return (
    <>
      {templates.length > 0 && (
        <Button
          className="min-h-8"
          look="quiet"
          onClick={() => saveFile('jobtray-templates.json', templateText(templates), 'application/json')}
        >
          To a file…
        </Button>
      )}
      <Button className="min-h-8" look="quiet" onClick={() => chooser.current?.click()}>
        From a file…
      </Button>
      <input
        ref={chooser}
        type="file"
        accept=".json,application/json"
        aria-label="File of templates"
        // The button beside it opens it: there is one such control, not two.
        hidden
        onChange={event => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) void take(file)
        }}
      />
    </>
  )
}
