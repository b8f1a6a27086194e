import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../parts/button'
import { emptyIssue, isBlankIssue } from '../forms/issue-form'
import { TextField } from '../text-field'
import { IssueFields } from './issue-fields'
import { OpenedPart } from './opened-part'
import type { FieldsProps } from './report-fields'

type Part = 'patch' | 'error' | 'warning'

const names: Readonly<Record<Part, string>> = { patch: 'Metadata', error: 'Error', warning: 'Warning' }

const focusOnce = (button: HTMLButtonElement | null): void => button?.focus()

/** What a report seldom has: opened when it is wanted, and closing it takes it out again. */
export function MoreParts({ form, onChange, errorAt }: FieldsProps) {
  const [opened, setOpened] = useState<ReadonlySet<Part>>(new Set())
  const [closed, setClosed] = useState<Part | null>(null)
  const filled: Readonly<Record<Part, boolean>> = {
    patch: form.patch !== '',
    error: !isBlankIssue(form.error),
    warning: !isBlankIssue(form.warning),
  }
  const isOpen = (part: Part) => opened.has(part) || filled[part]
  const close = (part: Part) => {
    setClosed(part)
    setOpened(new Set([...opened].filter(other => other !== part)))
    onChange(part === 'patch' ? { patch: '' } : { [part]: emptyIssue })
  }
  const parts = ['patch', 'error', 'warning'] as const
  return (
    <>
      {isOpen('patch') && (
        <OpenedPart name="Metadata" blank={!filled.patch} byHand={opened.has('patch')} onClose={() => close('patch')}>
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
        </OpenedPart>
      )}
      {(['error', 'warning'] as const).map(
        part =>
          isOpen(part) && (
            <OpenedPart
              key={part}
              name={names[part]}
              blank={!filled[part]}
              byHand={opened.has(part)}
              onClose={() => close(part)}
            >
              <IssueFields
                at={part}
                form={form[part]}
                errorAt={errorAt}
                onChange={patch => onChange({ [part]: { ...form[part], ...patch } })}
              />
            </OpenedPart>
          ),
      )}
      {parts.some(part => !isOpen(part)) && (
        <div className="flex flex-wrap gap-2">
          {parts
            .filter(part => !isOpen(part))
            .map(part => (
              <Button
                key={part}
                // The button that closed it is gone, and the keyboard would be left nowhere.
                ref={part === closed ? focusOnce : null}
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
