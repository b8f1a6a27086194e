import { useEffect, useRef, useState } from 'react'
import type { ConnectionId } from '../../shared/connection'
import type { Complaint, Fault } from '../../shared/fault'
import type { Post, PostContent, PostId, PostOrder } from '../../shared/outbox'
import { sentenceOf } from '../state/attempt'
import { useMirror } from '../state/mirror-store'
import { showToast } from '../state/view'
import { agreedTo } from './ask-before-ending'
import { previewWith } from './shown-preview'
import { useDraft } from './use-draft'
import { usePreview } from './use-preview'

export type Begun<Form> = { readonly id: PostId; readonly form: Form }

type Subject<Form> = {
  readonly connectionId: ConnectionId
  readonly begun: Begun<Form>
  readonly empty: Form
  readonly read: (form: Form) => { readonly content: PostContent; readonly complaints: readonly Complaint[] }
  /** The text that stands in the field of this path; null where the form has no such field. */
  readonly textAt: (form: Form, at: string) => string | null
}

type Refused<Form> = { readonly fault: Fault; readonly form: Form }

/** The life of a form: typed, kept as a draft, sent, refused at its fields, unknown, done; then a new post begins. */
export function usePostForm<Form>({ connectionId, begun, empty, read, textAt }: Subject<Form>) {
  const [id, setId] = useState(begun.id)
  const [form, setForm] = useState(begun.form)
  const [known, setKnown] = useState(() => JSON.stringify(begun.form))
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Post | null>(null)
  const [refused, setRefused] = useState<Refused<Form> | null>(null)
  const [done, setDone] = useState<Post | null>(null)

  const mirrored = useMirror(mirror => mirror.posts.find(candidate => candidate.id === id) ?? null)
  const post = mirrored ?? (answer?.id === id ? answer : null)
  const locked = post?.state === 'waiting' || post?.state === 'sending' || post?.state === 'unknown'
  const { content, complaints: unreadable } = read(form)
  const order: PostOrder = { id, connectionId, content, form: JSON.stringify(form) }
  const asked = usePreview(order)
  const preview = previewWith(unreadable, asked.preview)
  const emptyText = JSON.stringify(empty)
  useDraft({ order, known, blank: order.form === emptyText, keepable: !locked && !busy, onKept: setAnswer })

  const state = post?.state
  const fault = post?.fault ?? null
  useEffect(() => {
    if (state === 'sent' && post !== null) setDone(post)
    if (state === 'sent') {
      setForm(empty)
      setKnown(emptyText)
    }
    if (state === 'sent' || state === 'dropped') {
      setId(crypto.randomUUID())
      setTried(false)
      setRefused(null)
    }
  }, [state, post, empty, emptyText])
  // What was dropped elsewhere is off the list: the form stays, as the beginning of a new post.
  const listed = useRef<PostId | null>(null)
  const isListed = mirrored !== null
  useEffect(() => {
    if (isListed) listed.current = id
    else if (listed.current === id) setId(crypto.randomUUID())
  }, [isListed, id])
  // A draft that was refused carries its fault until it is changed; what was complained of stays in view while it is.
  useEffect(() => {
    if (fault !== null && (state === 'refused' || state === 'draft')) setRefused(before => before ?? { fault, form })
  }, [fault, state, form])

  // A key held down or a second click comes before the next drawing.
  const underWay = useRef(false)
  useEffect(() => {
    if (state === 'refused' || state === 'unknown') showAnswer()
  }, [state])
  const doneId = done?.id
  useEffect(() => {
    if (doneId !== undefined) showAnswer()
  }, [doneId])

  const send = async (): Promise<void> => {
    if (underWay.current || locked) return
    setTried(true)
    if (unreadable.length > 0) return focusComplaint()
    underWay.current = true
    setBusy(true)
    try {
      const fresh = await window.jobtray.previewPost(order)
      if (fresh.complaints.length > 0) return focusComplaint()
      if (!(await agreedTo(content, fresh))) return
      setRefused(null)
      setDone(null)
      setKnown(order.form ?? '')
      setAnswer(await window.jobtray.putPost(order, 'send'))
    } catch (error) {
      showToast(sentenceOf(error), 'bad')
    } finally {
      underWay.current = false
      setBusy(false)
    }
  }

  const stillStands = ({ at }: Complaint): boolean => refused !== null && textAt(form, at) === textAt(refused.form, at)
  const saidByServer = refused?.fault.kind === 'rejected' ? refused.fault.complaints.filter(stillStands) : []
  return {
    id,
    form,
    change: (patch: Partial<Form>) => setForm(before => ({ ...before, ...patch })),
    replace: setForm,
    post,
    done,
    busy,
    locked,
    preview,
    trouble: asked.trouble,
    refusal: refused?.fault ?? null,
    complaints: [...unreadable, ...saidByServer, ...(tried ? (preview?.complaints ?? []) : [])],
    send,
    sendAgain: () => act(() => window.jobtray.actOnPost(id, 'send-again'), setAnswer),
  }
}

async function act(doIt: () => Promise<Post>, take: (post: Post) => void): Promise<void> {
  try {
    take(await doIt())
  } catch (error) {
    showToast(sentenceOf(error), 'bad')
  }
}

/** The answer stands at the top of the form, which may be out of view; a complaint at a field takes the keyboard. */
function showAnswer(): void {
  setTimeout(() => {
    const main = document.querySelector('main')
    const wrong = main?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (wrong) wrong.focus()
    else main?.querySelector('[data-answer]')?.scrollIntoView({ block: 'center' })
  }, 60)
}

/** After the complaints are drawn, the keyboard goes to the first of them. */
function focusComplaint(): void {
  setTimeout(() => document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus(), 60)
}
