import { Check, ChevronsRight, OctagonAlert, OctagonX, Play, Plus } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Button } from '../../parts/button'
import { Keys } from '../../parts/keys'
import { spokenKeys } from '../../parts/spoken-keys'
import type { WorkerKeys } from './use-worker-keys'

type Props = {
  readonly acts: WorkerKeys
  /** Null: no job of this type has shown what comes now. */
  readonly nextStage: string | null
  /** Counts on by so many; null: that would be more than there are. */
  readonly more: (step: number) => (() => void) | null
  /** Counts all that have not failed; null: nobody says how many there are, or no more are left. */
  readonly toTotal: (() => void) | null
  readonly errorButton: Ref<HTMLButtonElement>
  readonly failButton: Ref<HTMLButtonElement>
}

const steps = [10, 100] as const

/** The same acts for the pointer, each with its key on it. */
export function WorkerActs({ acts, nextStage, more, toTotal, errorButton, failButton }: Props) {
  return (
    <div className="grid grid-cols-2 gap-2.5">
      {acts.start !== null && (
        <Act label="Start the job" keys="S" icon={<Play size="1rem" aria-hidden />} onPress={acts.start} wide />
      )}
      <Act label="One more" keys="+" icon={<Plus size="1rem" aria-hidden />} onPress={acts.count} />
      <Act
        label={nextStage === null ? 'No next stage known' : `Stage: ${nextStage}`}
        keys="N"
        icon={<ChevronsRight size="1rem" aria-hidden />}
        onPress={acts.stage}
      />
      <div className="col-span-2 flex gap-2.5">
        {steps.map(step => {
          const act = more(step)
          return (
            <Button key={step} className="flex-1" disabled={act === null} onClick={() => act?.()}>
              +{step}
            </Button>
          )
        })}
        <Button className="flex-1" disabled={toTotal === null} onClick={() => toTotal?.()}>
          To total
        </Button>
      </div>
      <Act
        label="An error…"
        keys="E"
        icon={<OctagonAlert size="1rem" aria-hidden />}
        onPress={acts.error}
        button={errorButton}
      />
      <Act label="Done…" keys="D" icon={<Check size="1rem" aria-hidden />} onPress={acts.done} />
      <Act label="Fail…" keys="F" icon={<OctagonX size="1rem" aria-hidden />} onPress={acts.fail} button={failButton} />
    </div>
  )
}

type ActProps = {
  readonly label: string
  readonly keys: string
  readonly icon: ReactNode
  readonly onPress: (() => void) | null
  readonly wide?: boolean
  readonly button?: Ref<HTMLButtonElement>
}

const Act = ({ label, keys, icon, onPress, wide = false, button }: ActProps) => (
  <button
    ref={button}
    type="button"
    disabled={onPress === null}
    aria-keyshortcuts={spokenKeys(keys)}
    onClick={() => onPress?.()}
    className={`flex min-h-13 items-center gap-2.5 rounded-lg bg-raised px-3.5 text-left inset-ring inset-ring-edge transition-colors duration-100 hover:bg-hover disabled:pointer-events-none disabled:opacity-55 forced-colors:border ${wide ? 'col-span-2' : ''}`}
  >
    <span className="shrink-0 text-soft">{icon}</span>
    <span className="min-w-0 flex-1 truncate font-medium">{label}</span>
    <Keys keys={keys} className="rounded border border-line px-1.5 text-soft" />
  </button>
)
