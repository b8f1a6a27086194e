import { useCallback } from 'react'
import { create } from 'zustand'
import type { ExportAnswer, ExportForm, ExportProgress } from '../../shared/issues'
import { cancelledSentence, exportedSentence } from '../words/saved-sentence'
import { attempt, sentenceOf } from './attempt'
import { showToast } from './view'

export type Saving = {
  readonly id: string
  /** Null: nothing to tell yet, or it is quick. */
  readonly progress: ExportProgress | null
  readonly isCancelled: boolean
}

/** The files that are being saved, by what they are of: who leaves a page and comes back finds them as they stand. */
const savings = create<Readonly<Record<string, Saving>>>(() => ({}))

const change = (of: string, saving: Partial<Saving>): void => {
  const before = savings.getState()[of]
  if (before !== undefined) savings.setState({ [of]: { ...before, ...saving } })
}

let follows = false

function followProgress(): void {
  if (follows) return
  follows = true
  window.jobtray.onExportMoved(progress => {
    for (const [of, { id }] of Object.entries(savings.getState())) if (id === progress.id) change(of, { progress })
  })
}

type Saved = NonNullable<ExportAnswer>
type Ask<Answer> = (id: string) => Promise<Answer | null>

async function save<Answer extends Saved>(
  of: string,
  form: ExportForm,
  ask: Ask<Answer>,
  tell: (answer: Answer) => void = answer => showToast(exportedSentence(form, answer)),
): Promise<void> {
  followProgress()
  const id = crypto.randomUUID()
  savings.setState({ [of]: { id, progress: null, isCancelled: false } })
  try {
    const answer = await ask(id)
    if (answer !== null) tell(answer)
    else if (savings.getState()[of]?.isCancelled) showToast(cancelledSentence(form))
  } catch (error) {
    showToast(sentenceOf(error), 'bad')
  } finally {
    const { [of]: _over, ...rest } = savings.getState()
    savings.setState(rest, true)
  }
}

function cancel(of: string): void {
  const saving = savings.getState()[of]
  if (saving === undefined) return
  change(of, { isCancelled: true })
  void attempt(window.jobtray.stopExport(saving.id))
}

/** The file being saved of this, null: none; how to save one, and how to cancel it. `tell`: what is said when it is written. */
export const useSaving = (of: string) => ({
  saving: savings(all => all[of] ?? null),
  save: useCallback(
    <Answer extends Saved>(form: ExportForm, ask: Ask<Answer>, tell?: (answer: Answer) => void) =>
      save(of, form, ask, tell),
    [of],
  ),
  cancel: useCallback(() => cancel(of), [of]),
})
