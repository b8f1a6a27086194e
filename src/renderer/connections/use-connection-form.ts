import { type FormEvent, useRef, useState } from 'react'
import type { ConnectionId } from '../../shared/connection'
import type { ConnectionAnswer } from '../../shared/ipc'
import type { ConnectionView } from '../../shared/snapshot'
import { sentenceOf } from '../state/attempt'
import { showToast } from '../state/view'
import { type FormDraft, formOf } from './form-draft'

type Refusal = Extract<ConnectionAnswer, { ok: false }>
export type Fieldname = Refusal['field']

type Wanted = {
  readonly id: ConnectionId | null
  readonly first: FormDraft
  readonly onSaved: (connection: ConnectionView) => void
  readonly onDraft?: (draft: FormDraft) => void
}

/** The life of the form: typed, being proved, refused at a field, kept all the same, saved. */
export function useConnectionForm({ id, first, onSaved, onDraft }: Wanted) {
  const [draft, setDraft] = useState(first)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const form = useRef<HTMLFormElement>(null)

  const take = (next: FormDraft): void => {
    setDraft(next)
    onDraft?.(next)
  }

  const refuse = (field: Fieldname, message: string, canInsist = false): void => {
    // Escape has closed the form meanwhile: the answer is told where a person is now.
    if (form.current === null) showToast(message, 'bad')
    setRefusal({ ok: false, field, message, canInsist })
    const control = field === null ? null : form.current?.elements.namedItem(field)
    if (control instanceof HTMLElement) control.focus()
  }

  const send = async (insist: boolean): Promise<void> => {
    if (busy) return
    // The key is read at the moment it is sent and emptied when it has arrived; it never enters any state.
    const control = form.current?.elements.namedItem('key')
    const input = control instanceof HTMLInputElement ? control : null
    const key = input === null || (input.value === '' && id !== null) ? null : input.value
    setBusy(true)
    setRefusal(null)
    try {
      const answer = await window.jobtray.saveConnection(id, formOf(draft, key), insist)
      if (!answer.ok) return refuse(answer.field, answer.message, answer.canInsist)
      if (input) input.value = ''
      onSaved(answer.connection)
    } catch (error) {
      refuse(null, sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }

  return {
    draft,
    busy,
    refusal,
    form,
    change: (patch: Partial<FormDraft>) => take({ ...draft, ...patch }),
    replace: take,
    submit: (event: FormEvent) => {
      event.preventDefault()
      void send(false)
    },
    insist: () => void send(true),
    errorAt: (field: Fieldname): string | null => (refusal?.field === field ? refusal.message : null),
  }
}

export type FormLife = ReturnType<typeof useConnectionForm>
