import { checkKey } from '../../shared/api-key'
import type { Connection, ConnectionDraft, ConnectionId } from '../../shared/connection'
import type { ConnectionAnswer, ConnectionForm } from '../../shared/ipc'
import { connectionDraftSchema } from './draft'

type Refusal = Extract<ConnectionAnswer, { ok: false }>
export type CheckedForm = { readonly ok: true; readonly draft: ConnectionDraft; readonly key: string | null } | Refusal

const fields = ['name', 'baseUrl', 'organization', 'keySending'] as const

export const refuse = (field: Refusal['field'], message: string, canInsist = false): Refusal => ({
  ok: false,
  field,
  message,
  canInsist,
})

/** Checks a form as typed against the connections there are; the first mistake is answered, at its field. */
export function checkForm(form: ConnectionForm, id: ConnectionId | null, others: readonly Connection[]): CheckedForm {
  const parsed = connectionDraftSchema.safeParse(form)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return refuse(fields.find(field => field === issue?.path[0]) ?? null, issue?.message ?? 'The form is not complete.')
  }
  const draft = parsed.data
  const present = others.find(other => other.id === id)
  if (present !== undefined && present.vendor !== draft.vendor) {
    return refuse(null, 'A connection keeps its vendor. Make a new connection for the other one.')
  }
  const namesake = others.find(other => other.id !== id && other.name.toLowerCase() === draft.name.toLowerCase())
  if (namesake !== undefined) return refuse('name', `There is a connection named ${namesake.name} already.`)
  if (draft.keySending.kind === 'session-cookie' && draft.vendor !== 'merchantops') {
    return refuse('keySending', 'Only MerchantOps knows a session cookie.')
  }
  if (form.key === null || draft.keySending.kind === 'none') return { ok: true, draft, key: null }
  const verdict = checkKey(form.key)
  return verdict.ok ? { ok: true, draft, key: verdict.key } : refuse('key', verdict.why)
}
