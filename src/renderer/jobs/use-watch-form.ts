import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { ConnectionId } from '../../shared/connection'
import type { WatchAnswer } from '../../shared/ipc'
import { readJobIds } from '../../shared/job-id'
import { sentenceOf } from '../state/attempt'
import { draftStore, dropDraft } from '../state/drafts'
import { mirrorStore } from '../state/mirror-store'
import { useOwnDialog } from '../state/own-dialog'
import { closeDialog, showToast } from '../state/view'
import { withoutTurns } from '../words/plain-text'
import { watchedSentence } from '../words/watched-sentence'
import { notRefused, type Refused } from './refused-ids'

type Life = {
  readonly area: RefObject<HTMLTextAreaElement | null>
  readonly chosen: ConnectionId
  readonly text: string
  /** The ids that would be watched: what was refused already is not tried again. */
  readonly ids: readonly string[]
  readonly busy: boolean
  /** What came of it, in a sentence, and what was refused of it. */
  readonly answer: { readonly text: string; readonly refused: WatchAnswer['refused'] } | null
  readonly trouble: string | null
  readonly change: (patch: { readonly text?: string; readonly connectionId?: ConnectionId }) => void
  readonly submit: (event: FormEvent) => void
  /** A person does not want them after all. */
  readonly drop: () => void
}

/** What is pasted wins; without it, what was typed before and neither sent nor dropped is there again. */
function firstText(connectionId: ConnectionId | null, pasted: string) {
  const connections = mirrorStore.getState().mirror?.connections ?? new Map()
  const { watch } = draftStore.getState()
  const kept = pasted === '' && watch !== null && connections.has(watch.connectionId) ? watch : null
  const usual = connectionId ?? connections.keys().next().value ?? ''
  return { connectionId: kept?.connectionId ?? usual, text: withoutTurns(kept?.text ?? pasted) }
}

/** The life of the form: typed, sent, some of it refused, done. */
export function useWatchForm(connectionId: ConnectionId | null, pasted: string): Life {
  const [typed, setTyped] = useState(() => firstText(connectionId, pasted))
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Life['answer']>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const dialog = useOwnDialog()
  // Escape closes the dialog and loses nothing.
  useEffect(() => draftStore.setState({ watch: typed.text.trim() === '' ? null : typed }), [typed])

  const { ids: all, refused: unclear } = readJobIds(typed.text)
  const wanted = notRefused(all, typed.connectionId, refused)
  const refuse = (why: string) => {
    setTrouble(why)
    area.current?.focus()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (unclear[0] !== undefined) return refuse(`“${unclear[0].text.slice(0, 60)}”: ${unclear[0].why}`)
    if (all.length === 0) return refuse('Paste at least one job id.')
    if (wanted.length === 0) return refuse('These were refused. Correct them first, or choose another connection.')
    setBusy(true)
    setTrouble(null)
    try {
      const first = mirrorStore.getState().mirror?.jobs.size === 0
      // As a list, so that an id is sent as it was read here.
      const result = await window.jobtray.watchJobs(typed.connectionId, JSON.stringify(wanted))
      const said = watchedSentence(result, first)
      const left = [...all.filter(id => !wanted.includes(id)), ...result.refused.map(refusal => refusal.text)]
      if (left.length === 0) {
        dropDraft('watch')
        dialog.close()
        showToast(said)
        return
      }
      // Escape has closed the form meanwhile: the answer is told where a person is now, and what is left is there again.
      if (!dialog.isOpen()) {
        draftStore.setState({ watch: { ...typed, text: left.map(withoutTurns).join('\n') } })
        showToast(said, 'bad')
        return
      }
      setAnswer({ text: said, refused: result.refused })
      setRefused({ connectionId: typed.connectionId, ids: new Set(left.map(withoutTurns)) })
      setTyped(before => ({ ...before, text: left.map(withoutTurns).join('\n') }))
      area.current?.focus()
    } catch (error) {
      if (!dialog.isOpen()) showToast(sentenceOf(error), 'bad')
      setTrouble(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return {
    area,
    chosen: typed.connectionId,
    text: typed.text,
    ids: wanted,
    busy,
    answer,
    trouble,
    change: patch => {
      setTrouble(null)
      setTyped(before => ({ ...before, ...patch, text: withoutTurns(patch.text ?? before.text) }))
    },
    submit: event => void submit(event),
    drop() {
      dropDraft('watch')
      closeDialog()
    },
  }
}
