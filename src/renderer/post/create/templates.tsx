import { useState } from 'react'
import type { Template } from '../../../shared/outbox'
import { Button } from '../../parts/button'
import { Choice } from '../../parts/choice'
import { Field, inputLook } from '../../parts/field'
import { attempt } from '../../state/attempt'
import { useMirror } from '../../state/mirror-store'
import { showToast } from '../../state/view'
import { type CreateForm, createFormOf, readCreate } from '../forms/create-form'
import { withTemplate } from './template-file'
import { TemplateShare } from './template-share'

type Props = { readonly form: CreateForm; readonly onTake: (form: CreateForm) => void }

const save = (templates: readonly Template[]) => attempt(window.jobtray.saveTemplates([...templates]))

const focusOnce = (input: HTMLInputElement | null): void => input?.focus()

/** What jobs are often created from: taken, saved, deleted, shared. */
export function Templates({ form, onTake }: Props) {
  const templates = useMirror(mirror => mirror.templates)
  const [chosen, choose] = useState('')
  const [name, setName] = useState<string | null>(null)
  const picked = templates.find(template => template.name === chosen)
  const { input, complaints } = readCreate(form)

  const keep = async () => {
    const trimmed = (name ?? '').trim()
    if (trimmed === '') return
    if (await save(withTemplate(templates, { name: trimmed, input }))) {
      choose(trimmed)
      setName(null)
      showToast(`Saved as “${trimmed}”.`)
    }
  }
  const drop = async (gone: Template) => {
    if (!(await save(templates.filter(template => template !== gone)))) return
    choose('')
    showToast(`Deleted “${gone.name}”.`, 'calm', { label: 'Undo', run: () => void save(withTemplate(templates, gone)) })
  }

  return (
    <div className="flex flex-col gap-2 rounded-lg bg-side px-3.5 py-3">
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-40 flex-1">
          <Field label="Template">
            {wiring => (
              <Choice
                {...wiring}
                value={picked === undefined ? '' : chosen}
                onChange={event => {
                  choose(event.target.value)
                  const template = templates.find(known => known.name === event.target.value)
                  if (template !== undefined) onTake(createFormOf(template.input))
                }}
                className="w-full"
              >
                <option value="">{templates.length === 0 ? 'None saved yet' : 'None'}</option>
                {templates.map(template => (
                  <option key={template.name} value={template.name}>
                    {template.name}
                  </option>
                ))}
              </Choice>
            )}
          </Field>
        </div>
        <Button className="min-h-8" disabled={complaints.length > 0} onClick={() => setName(picked?.name ?? '')}>
          Save as…
        </Button>
        {picked !== undefined && (
          <Button className="min-h-8" look="quiet" onClick={() => void drop(picked)}>
            Delete
          </Button>
        )}
        <TemplateShare templates={templates} onSave={save} />
      </div>
      {name !== null && (
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-40 flex-1">
            <Field label="Name of the template">
              {wiring => (
                <input
                  {...wiring}
                  ref={focusOnce}
                  maxLength={80}
                  value={name}
                  onChange={event => setName(event.target.value)}
                  onKeyDown={event => {
                    if (event.key !== 'Enter' && event.key !== 'Escape') return
                    event.preventDefault()
                    if (event.key === 'Enter') void keep()
                    else setName(null)
                  }}
                  className={inputLook}
                />
              )}
            </Field>
          </div>
          <Button className="min-h-8" onClick={() => void keep()}>
            Save
          </Button>
          <Button className="min-h-8" look="quiet" onClick={() => setName(null)}>
            Cancel
          </Button>
        </div>
      )}
    </div>
  )
}
