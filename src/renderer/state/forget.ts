import { create } from 'zustand'
import { type JobRef, shortId } from '../../shared/job'
import { counted } from '../../shared/numbers'
import { attempt } from './attempt'
import { dropToast, showToast, type ToastAct, viewStore } from './view'

type Step = readonly JobRef[]

/** What was let go, the last one last: it can be taken back for as long as the app runs, not only while a toast says so. */
export const undoStore = create<{ readonly steps: readonly Step[] }>(() => ({ steps: [] }))

const mostSteps = 20
/** What the toast of a step offers: it goes when the step is taken back elsewhere. */
const offers = new WeakMap<Step, ToastAct>()

/** Forgets at once and offers the way back, instead of asking first. */
export async function forget(refs: readonly JobRef[]): Promise<void> {
  if (refs.length === 0 || !(await attempt(window.jobtray.forgetJobs([...refs])))) return
  const step: Step = [...refs]
  undoStore.setState(({ steps }) => ({ steps: [...steps, step].slice(-mostSteps) }))
  const act: ToastAct = { label: 'Undo', run: () => void restore(step) }
  offers.set(step, act)
  showToast(`No longer watching ${whatOf(step)}.`, 'calm', act)
}

export const whatOf = (step: Step): string =>
  step.length === 1 && step[0] !== undefined ? shortId(step[0].jobId) : counted(step.length, 'job')

/** Once: the same step is offered by its toast, by the empty list and by Ctrl+Z. */
async function restore(step: Step): Promise<void> {
  if (!undoStore.getState().steps.includes(step)) return
  const offer = offers.get(step)
  const toast = viewStore.getState().toasts.find(({ act }) => act !== undefined && act === offer)
  if (toast !== undefined) dropToast(toast.id)
  undoStore.setState(({ steps }) => ({ steps: steps.filter(each => each !== step) }))
  if (await attempt(window.jobtray.restoreJobs([...step]))) showToast(`Watching ${counted(step.length, 'job')} again.`)
  else undoStore.setState(({ steps }) => ({ steps: [...steps, step] }))
}

/** Ctrl+Z: the newest toast that can be taken back, else what was let go last. */
export function undoLast(): boolean {
  const toast = viewStore.getState().toasts.findLast(shown => shown.act?.label === 'Undo')
  if (toast?.act === undefined) return undoForget()
  toast.act.run()
  dropToast(toast.id)
  return true
}

/** False: nothing was let go, or all of it is watched again. */
export function undoForget(): boolean {
  const step = undoStore.getState().steps.at(-1)
  if (step === undefined) return false
  void restore(step)
  return true
}
