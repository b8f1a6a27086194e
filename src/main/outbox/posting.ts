import { bad, type Fault } from '../../shared/fault'
import type { JobsWriting } from '../apis/jobs-api'
import type { StoredPost } from '../journal/posts'
import type { Posted } from './outcome'

export type Writing = Pick<JobsWriting, 'create' | 'postProgress'>

/** Refusals of our own: no server is asked. */
export const elsewhere: Fault = {
  kind: 'rejected',
  status: 0,
  complaints: [
    { at: '', message: 'The connection names another server or organization by now. Check it, then send this again.' },
  ],
  said: null,
}
export const takesNone: Fault = { ...elsewhere, complaints: [{ at: '', message: 'This API takes no reports.' }] }

export const stopped: Fault = { kind: 'garbled', what: 'the client stopped' }

export async function postWith(writing: Writing, { post }: StoredPost): Promise<Posted> {
  const { content } = post
  if (content.kind === 'create') {
    const made = await writing.create(content.input)
    return made.ok ? { kind: 'created', ...made.value } : { kind: 'fault', ...bad(made.fault) }
  }
  const reported = await writing.postProgress(content.jobId, content.input)
  return reported.ok ? { kind: 'reported', observation: reported.value } : { kind: 'fault', fault: reported.fault }
}
