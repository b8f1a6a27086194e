import { counted } from '../../../shared/numbers'
import type { Template } from '../../../shared/outbox'
import { Button } from '../../parts/button'
import { FileButton } from '../../parts/file-button'
import { showToast } from '../../state/view'
import { textOfFile } from '../file-text'
import { saveFile } from '../save-file'
import { readTemplates, templateText, withTemplate } from './template-file'

type Props = {
  readonly templates: readonly Template[]
  readonly onSave: (templates: readonly Template[]) => Promise<boolean>
}

/** As a file to give to somebody else, and back from one. */
export function TemplateShare({ templates, onSave }: Props) {
  const take = async (file: File) => {
    const content = await textOfFile(file)
    const read = content.ok ? readTemplates(content.text) : content
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
      <FileButton
        className="min-h-8"
        look="quiet"
        accept=".json,application/json"
        name="File of templates"
        onFile={file => void take(file)}
      >
        From a file…
      </FileButton>
    </>
  )
}
