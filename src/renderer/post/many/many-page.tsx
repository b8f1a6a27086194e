import { useState } from 'react'
import { sameRef } from '../../../shared/job'
import type { WatchedJob } from '../../../shared/snapshot'
import { useMirror } from '../../state/mirror-store'
import { RunCard } from '../outbox/run-card'
import { UnknownPanel } from '../outbox/unknown-panel'
import { CheckStep } from './check-step'
import { PasteStep } from './paste-step'
import type { Table } from './table'

/** `pasted`: the text to be edited; null: it is a file, which is mended where it lies. */
export type Source = { readonly name: string; readonly table: Table; readonly pasted: string | null }

/** A file of errors or warnings: taken in, checked, then posted one by one, also while the window is closed. */
export function ManyPage({ watched }: { readonly watched: WatchedJob }) {
  const { ref } = watched
  const runs = useMirror(mirror => mirror.runs)
  const posts = useMirror(mirror => mirror.posts)
  const [source, setSource] = useState<Source | null>(null)
  const [text, setText] = useState('')
  const leave = (text: string) => {
    setText(text)
    setSource(null)
  }
  const mine = runs.filter(run => sameRef(run.ref, ref))
  const ids = new Set(mine.map(run => run.id))
  const undecided = posts.filter(post => post.state === 'unknown' && post.runId !== null && ids.has(post.runId))
  return (
    <div className="flex max-w-3xl flex-col gap-4 px-5 py-5">
      {undecided.map(post => (
        <UnknownPanel key={post.id} post={post} />
      ))}
      {mine.map(run => (
        <RunCard key={run.id} run={run} />
      ))}
      {source === null ? (
        <PasteStep first={text} onTaken={setSource} />
      ) : (
        <CheckStep source={source} jobRef={ref} onEdit={leave} onClose={() => leave('')} />
      )}
    </div>
  )
}
