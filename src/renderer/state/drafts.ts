import { create } from 'zustand'
import type { ConnectionId } from '../../shared/connection'
import type { FormDraft } from '../connections/form-draft'

/** What is typed in a dialog and not sent yet: it outlives the dialog that Escape closes, and the page. Never a key. */
export type Drafts = {
  readonly watch: { readonly connectionId: ConnectionId; readonly text: string } | null
  /** Of a new connection. */
  readonly connection: FormDraft | null
  readonly edit: { readonly id: ConnectionId; readonly form: FormDraft } | null
}

export const draftStore = create<Drafts>(() => ({ watch: null, connection: null, edit: null }))

export const dropDraft = (name: keyof Drafts): void => draftStore.setState({ [name]: null })
