import { Pause, Play } from 'lucide-react'
import { shortId } from '../../../shared/job'
import { count } from '../../../shared/numbers'
import type { PostRun, RunAct } from '../../../shared/outbox'
import { runSentence } from '../../../shared/post-wording'
import { Button } from '../../parts/button'
import { copyText } from '../../parts/copy-text'
import { ServerText } from '../../parts/server-text'
import { attempt, sentenceOf } from '../../state/attempt'
import { askFirst, goTo, showToast } from '../../state/view'
import { unsentCsv } from '../many/unsent-file'
import { saveFile } from '../save-file'
import { RunBar } from './run-bar'

const change = (run: PostRun, kind: RunAct) => void attempt(window.jobtray.changeRun({ kind, id: run.id }))

async function stop(run: PostRun): Promise<void> {
  const left = run.counts.waiting
  const agreed = await askFirst({
    title: 'Stop this run?',
    text: `${count(left)} not sent yet will be given up. You can save them as a file and run them again.`,
    act: 'Stop the run',
    danger: true,
  })
  if (agreed) change(run, 'stop')
}

/** Many posts about one job: how far, what is in the way, and the file of what did not arrive. */
export function RunCard({ run, withJob = false }: { readonly run: PostRun; readonly withJob?: boolean }) {
  const { counts, state, ref } = run
  const isOpen = state === 'going' || state === 'held'
  const notSent = counts.waiting + counts.refused + counts.unknown + counts.dropped
  return (
    <section
      aria-label={`Run ${run.label}`}
      className="flex flex-col gap-2.5 rounded-lg px-3.5 py-3 inset-ring inset-ring-line forced-colors:border"
    >
      <div className="flex flex-wrap items-baseline gap-x-2">
        <ServerText text={run.label} max={120} className="font-semibold break-words" />
        {withJob && (
          <button
            type="button"
            className="rounded text-sm text-faint hover:text-ink hover:underline"
            onClick={() => goTo({ view: 'desk', mode: 'many', ref, postId: null })}
          >
            <ServerText text={shortId(ref.jobId)} max={40} className="font-mono" />
          </button>
        )}
      </div>
      <RunBar counts={counts} />
      <p role="status" className="text-soft">
        <ServerText text={runSentence(run)} max={400} />
      </p>
      <div className="flex flex-wrap gap-2">
        {state === 'going' && (
          <Button icon={<Pause size="0.875rem" aria-hidden />} onClick={() => change(run, 'hold')}>
            Hold
          </Button>
        )}
        {state === 'held' && (
          <Button look="primary" icon={<Play size="0.875rem" aria-hidden />} onClick={() => change(run, 'go-on')}>
            Go on
          </Button>
        )}
        {isOpen && <Button onClick={() => void stop(run)}>Stop…</Button>}
        {state !== 'going' && notSent > 0 && <UnsentActs run={run} />}
        {!isOpen && (
          <Button look="quiet" onClick={() => change(run, 'forget')}>
            Take off the list
          </Button>
        )}
      </div>
    </section>
  )
}

const fileName = (run: PostRun): string => `${run.label.replace(/\.\w+$/, '').replace(/[^\w.-]+/g, '-')}-not-sent.csv`

function UnsentActs({ run }: { readonly run: PostRun }) {
  const read = async (use: (text: string) => void) => {
    try {
      use(unsentCsv(await window.jobtray.readUnsent(run.id)))
    } catch (error) {
      showToast(sentenceOf(error), 'bad')
    }
  }
  const copy = (text: string) => {
    if (copyText(text)) showToast('Copied as CSV.')
    else showToast('The text could not be copied.', 'bad')
  }
  return (
    <>
      <Button onClick={() => void read(text => saveFile(fileName(run), text, 'text/csv'))}>
        Save what was not sent…
      </Button>
      <Button look="quiet" onClick={() => void read(copy)}>
        Copy it
      </Button>
    </>
  )
}
