import { CircleCheck, CircleDashed, CircleMinus, OctagonX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { type DoctorState, type DoctorStep, doctorStepTitles } from '../../shared/doctor'
import { ServerText } from '../parts/server-text'

const size = '0.9375rem'

const marks: Readonly<Record<DoctorState, { readonly icon: ReactNode; readonly word: string }>> = {
  ok: { icon: <CircleCheck size={size} aria-hidden className="text-good" />, word: 'In order' },
  warning: { icon: <TriangleAlert size={size} aria-hidden className="text-warn" />, word: 'Warning' },
  failed: { icon: <OctagonX size={size} aria-hidden className="text-bad" />, word: 'Failed' },
  'not-reached': { icon: <CircleDashed size={size} aria-hidden className="text-faint" />, word: 'Not reached' },
  'not-needed': { icon: <CircleMinus size={size} aria-hidden className="text-faint" />, word: 'Not needed' },
}

export const DoctorSteps = ({ steps }: { readonly steps: readonly DoctorStep[] }) => (
  <ol className="flex flex-col gap-2">
    {steps.map(({ name, state, said, advice }) => (
      <li key={name} className="grid grid-cols-[auto_8rem_minmax(0,1fr)] items-start gap-x-2.5">
        <span className="mt-0.5">
          {marks[state].icon}
          <span className="sr-only">{marks[state].word}: </span>
        </span>
        <span className={state === 'failed' ? 'font-medium' : 'text-soft'}>{doctorStepTitles[name]}</span>
        <span className={state === 'failed' ? '' : 'text-soft'}>
          <ServerText text={said} max={400} className="break-words" />
          {advice !== null && <span className="block font-medium text-ink">{advice}</span>}
        </span>
      </li>
    ))}
  </ol>
)
