import { create } from 'zustand'
import { type JobRef, refKey, shortId } from '../../shared/job'
import { counted } from '../../shared/numbers'
import { attempt } from './attempt'
import { dropToast, showToast, viewStore } from './view'

type Step = readonly JobRef[]

/** What was let go, the last one last: it can be taken back for as long as the app runs, not only while a toast says so. */
export const undoStore = create<{ readonly steps: readonly Step[] }>(() => ({ steps: [] }))

const mostSteps = 20

/** Forgets at once and offers the way back, instead of asking first. */
export async function forget(refs: readonly JobRef[]): Promise<void> {
  if (refs.length === 0 || !(await attempt(window.jobtray.forgetJobs([...refs])))) return
  const step: Step = [...refs]
  undoStore.setState(({ steps }) => ({ steps: [...steps, step].slice(-mostSteps) }))
  tellGone([...standing(gone), step].slice(-mostSteps))
}

type Told = { readonly toast: number; readonly steps: readonly Step[] }
const nothingTold: Told = { toast: -1, steps: [] }
let gone = nothingTold
let again = nothingTold

const standing = ({ toast, steps }: Told): readonly Step[] =>
  viewStore.getState().toasts.some(({ id }) => id === toast) ? steps : []

/** What was let go one by one is told as one: three toasts would push the list up by a third. */
function tellGone(steps: readonly Step[]): void {
  dropToast(gone.toast)
  const undo = { label: 'Undo', run: () => void restore(steps) }
  gone =
    steps.length === 0 ? nothingTold : { steps, toast: showToast(`No longer watching ${named(steps)}.`, 'calm', undo) }
}

function tellAgain(steps: readonly Step[]): void {
  dropToast(again.toast)
  again = { steps, toast: showToast(`Watching ${named(steps)} again.`) }
}

/** Up to so many jobs are named, more are counted. */
const mostNamed = 3

function named(steps: readonly Step[]): string {
  const refs = [...new Map(steps.flat().map(ref => [refKey(ref), ref])).values()]
  const names = refs.map(({ jobId }) => shortId(jobId))
  if (names.length > mostNamed) return counted(names.length, 'job')
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

export const whatOf = (step: Step): string =>
  step.length === 1 && step[0] !== undefined ? shortId(step[0].jobId) : counted(step.length, 'job')

/** Once: the same step is offered by its toast, by the empty list and by Ctrl+Z. */
async function restore(asked: readonly Step[]): Promise<void> {
  const back = asked.filter(step => undoStore.getState().steps.includes(step))
  if (back.length === 0) return
  undoStore.setState(({ steps }) => ({ steps: steps.filter(step => !back.includes(step)) }))
  if (standing(gone).some(step => back.includes(step))) tellGone(standing(gone).filter(step => !back.includes(step)))
  if (await attempt(window.jobtray.restoreJobs(back.flat()))) tellAgain([...standing(again), ...back])
  else undoStore.setState(({ steps }) => ({ steps: [...steps, ...back] }))
}

/** Ctrl+Z: the newest toast that can be taken back, else what was let go last; of jobs told as one, the last of them. */
export function undoLast(): boolean {
  const toast = viewStore.getState().toasts.findLast(shown => shown.act?.label === 'Undo')
  if (toast?.act === undefined || toast.id === gone.toast) return undoForget()
  toast.act.run()
  dropToast(toast.id)
  return true
}

/** False: nothing was let go, or all of it is watched again. */
export function undoForget(): boolean {
  const step = undoStore.getState().steps.at(-1)
  if (step === undefined) return false
  void restore([step])
  return true
}
