import { useCallback, useState } from 'react'
import type { JobIssue, JobRef } from '../../shared/job'
import { MoreButton, step } from '../parts/more-button'
import { useMore } from '../state/pages'
import { listedSentence } from '../words/listed-sentence'
import { IssueEntry } from './issue-entry'
import { withKeys } from './issue-keys'

type Props = {
  readonly kind: 'error' | 'warning'
  readonly jobRef: JobRef
  /** What came with the detail, newest first. */
  readonly first: readonly JobIssue[]
  /** How many there are to page through. */
  readonly kept: number
  /** How many entries the server listed. */
  readonly listed: number
  /** How many items the server counted. */
  readonly reported: number | null
}

export function IssueList({ kind, jobRef, first, kept, listed, reported }: Props) {
  const { connectionId, jobId } = jobRef
  const [wanted, want] = useState(step)
  const read = useCallback(
    (offset: number, limit: number) => {
      const ask = kind === 'error' ? window.jobtray.readErrors : window.jobtray.readWarnings
      return ask({ connectionId, jobId }, offset, limit)
    },
    [connectionId, jobId, kind],
  )
  const total = Math.max(kept, first.length)
  const issues = useMore({ first, total, read }, wanted)
  const sentence = listedSentence(kind, total, listed, reported)
  return (
    <>
      {sentence !== '' && <p className="pb-2 text-sm text-soft">{sentence}</p>}
      <ul className="divide-y divide-line">
        {withKeys(issues).map(({ key, issue }) => (
          <IssueEntry key={key} kind={kind} issue={issue} />
        ))}
      </ul>
      <MoreButton shown={issues.length} total={total} onWant={want} />
    </>
  )
}
