import type { Complaint, Fault } from '../../shared/fault'
import { itemsLeftBy } from '../../shared/items-left'
import type { Job } from '../../shared/job'
import type { PostContent } from '../../shared/outbox'
import type { PostPreview } from '../../shared/post-preview'
import { faultSentence } from '../../shared/wording'
import type { JobsWriting } from '../apis/jobs-api'
import { cautionsOf } from './cautions'
import { curlOf, keyWord } from './curl'

const complaintsOf = (fault: Fault): readonly Complaint[] =>
  fault.kind === 'rejected' && fault.complaints.length > 0
    ? fault.complaints
    : [{ at: '', message: faultSentence(fault) }]

/** What is wrong with a content, by the same code that sends it. */
export function complaintsAbout(writing: JobsWriting, content: PostContent): readonly Complaint[] {
  const request = writing.preview(content, keyWord)
  return request.ok ? [] : complaintsOf(request.fault)
}

/** The request as it will go out, made by the same code, with a word in the place of the key. */
export function previewOf(
  writing: JobsWriting,
  content: PostContent,
  job: Job | null,
  jobCreatedHere: boolean,
): PostPreview {
  const cautions = cautionsOf(content, job, jobCreatedHere)
  const itemsLeft = content.kind === 'progress' ? itemsLeftBy(content.input, job) : null
  const made = writing.preview(content, keyWord)
  if (!made.ok) return { request: null, complaints: complaintsOf(made.fault), cautions, itemsLeft }
  const { url, body } = made.value
  const headers = { ...made.value.headers, 'content-type': 'application/json' }
  return {
    request: {
      method: 'POST',
      url,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      body,
      curl: curlOf({ url, headers, body }),
    },
    complaints: [],
    cautions,
    itemsLeft,
  }
}
