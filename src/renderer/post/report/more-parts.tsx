import { Plus, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../../parts/button'
import { IconButton } from '../../parts/icon-button'
import { emptyIssue, isBlankIssue } from '../forms/issue-form'
import { TextField } from '../text-field'
import { IssueFields } from './issue-fields'
import type { FieldsProps } from './report-fields'

type Part = 'patch' | 'error' | 'warning'

const names: Readonly<Record<Part, string>> = { patch: 'Metadata', error: 'Error', warning: 'Warning' }

/** What a report seldom has: opened when it is wanted, and closing it takes it out again. */
export function MoreParts({ form, onChange, errorAt }: FieldsProps) {
  const [opened, setOpened] = useState<ReadonlySet<Part>>(new Set())
  const filled: Readonly<Record<Part, boolean>> = {
    patch: form.patch !== '',
    error: !isBlankIssue(form.error),
    warning: !isBlankIssue(form.warning),
  }
  const isOpen = (part: Part) => opened.has(part) || filled[part]
  const close = (part: Part) => {
    setOpened(new Set([...opened].filter(other => other !== part)))
    onChange(part === 'patch' ? { patch: '' } : { [part]: emptyIssue })
  }
  const parts = ['patch', 'error', 'warning'] as const
  return (
    <>
      {isOpen('patch') && (
        <Opened name="Metadata" onClose={() => close('patch')}>
          <TextField
            label="Metadata to merge"
            rows={4}
            mono
            value={form.patch}
            error={errorAt('metadata_patch')}
            hint="A JSON object. It is merged into what is there; nothing is promised to be removed."
            placeholder={'{ "import_job_id": "import-77aa01fe" }'}
            onChange={patch => onChange({ patch })}
          />
        </Opened>
      )}
      {(['error', 'warning'] as const).map(
        part =>
          isOpen(part) && (
            <Opened key={part} name={names[part]} onClose={() => close(part)}>
              <IssueFields
                at={part}
                form={form[part]}
                errorAt={errorAt}
                onChange={patch => onChange({ [part]: { ...form[part], ...patch } })}
              />
            </Opened>
          ),
      )}
      {parts.some(part => !isOpen(part)) && (
        <div className="flex flex-wrap gap-2">
          {parts
            .filter(part => !isOpen(part))
            .map(part => (
              <Button
                key={part}
                icon={<Plus size="0.875rem" aria-hidden />}
                onClick={() => setOpened(new Set([...opened, part]))}
              >
                {part === 'patch' ? 'Metadata' : part === 'error' ? 'An error' : 'A warning'}
              </Button>
            ))}
        </div>
      )}
    </>
  )
}

type OpenedProps = { readonly name: string; readonly onClose: () => void; readonly children: ReactNode }

const Opened = ({ name, onClose, children }: OpenedProps) => (
  <fieldset className="relative min-w-0 rounded-lg px-3.5 pt-2 pb-3.5 inset-ring inset-ring-line forced-colors:border">
    <div className="mb-1 flex items-center justify-between">
      <legend className="float-left font-semibold">{name}</legend>
      <IconButton
        label={`Leave out the ${name.toLowerCase()}`}
        icon={<X size="0.875rem" aria-hidden />}
        className="-mr-1.5 size-6"
        onClick={onClose}
      />
    </div>
    {children}
  </fieldset>
)
