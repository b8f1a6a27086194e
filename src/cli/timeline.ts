import { durationText } from '../shared/duration'
import { checkJobId } from '../shared/job-id'
import { count, counted } from '../shared/numbers'
import type { StageStretch, Timeline, TimelineEntry } from '../shared/timeline'
import { type Ask, CommandError } from './ask'
import { connectionNamed, type Out } from './commands'
import { notWatched } from './meant'
import { json, printable } from './printable'

/** The way a job went: its stages with the time in each, then each entry that is kept. */
export async function timeline(ask: Ask, out: Out, name: string, id: string, asJson: boolean): Promise<void> {
  const snapshot = await ask('state:read')
  const { id: connectionId, vendor } = connectionNamed(snapshot, name)
  const checked = checkJobId(vendor, id)
  const ref = { connectionId, jobId: checked.ok ? checked.jobId : id }
  const { watched } = await ask('jobs:read', ref)
  if (watched === null) throw new CommandError(notWatched(snapshot.jobs, connectionId, id), 1)
  const line = await ask('jobs:read-timeline', ref)
  if (asJson) return out(json(line))
  for (const text of linesOf(line)) out(text)
}

function linesOf({ stages, entries }: Timeline): readonly string[] {
  if (entries.length === 0) return ['It has not been seen yet.']
  return [...stages.map(stageLine), ...entries.map(entryLine)]
}

function stageLine({ stage, status, seconds, unseenSeconds, to, beganBefore }: StageStretch): string {
  const notes = [
    ...(to === null ? ['so far'] : []),
    ...(beganBefore ? ['began before it was watched'] : []),
    ...(unseenSeconds > 0 ? [`${durationText(unseenSeconds)} of it unseen`] : []),
  ]
  return `${printable(stage ?? status)}: ${durationText(seconds)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`
}

function entryLine({
  at,
  status,
  stage,
  message,
  processed,
  total,
  failed,
  warned,
  unseenSince,
}: TimelineEntry): string {
  const parts = [
    printable(status),
    ...(stage === null ? [] : [printable(stage)]),
    ...(processed === null ? [] : [`${count(processed)}${total === null ? '' : ` of ${count(total)}`}`]),
    ...(failed ? [`${count(failed)} failed`] : []),
    ...(warned ? [counted(warned, 'warning')] : []),
    ...(message === null ? [] : [printable(message, 200)]),
    ...(unseenSince === null ? [] : [`not looked at since ${unseenSince}`]),
  ]
  return `${at}  ${parts.join(' · ')}`
}
