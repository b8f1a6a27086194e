import type { Entry } from './entry'

const aPost = '{id, connectionId, ref, content, state, fault, comparison, before, after, ...}'

export const working = {
  create: {
    words: 'N --type T --total K',
    most: 1,
    options: ['type', 'total', 'metadata', 'triggered-by', 'dry-run', 'timeout', 'json'],
    about: 'create a job and print its id; it is watched from then on',
    more: ['Waits 60 seconds for the answer, or --timeout SECONDS, at most 600.'],
    json: `{jobId, post: ${aPost}}; of --dry-run {method, url, headers, body, curl}`,
    example: 'create Outfitters --type enrichment --total 3',
  },
  post: {
    words: 'N ID',
    most: 2,
    options: [
      'start',
      'complete',
      'fail',
      'processed',
      'total',
      'stage',
      'message',
      'error',
      'warning',
      'patch',
      'dry-run',
      'timeout',
      'json',
    ],
    about: 'report progress and print what changed',
    more: [
      'Only what is given is sent. Waits 60 seconds for the answer, or --timeout SECONDS, at most 600. What could not leave',
      'yet stays in the outbox, and the reason says what it waits for: do not send it again.',
    ],
    json: `{jobId, changes: [{field, before, after}], post: ${aPost}}; of --dry-run {method, url, headers, body, curl}`,
    example: "post Outfitters crawl-0c2d4b7f --processed 5 --stage uploading --message '5 of 9 rows'",
  },
  outbox: {
    words: '',
    most: 0,
    options: ['refused', 'json'],
    about: 'what is in line, on its way or undecided',
    more: ['What waits says why, and what helps. A refused post is not open any more; decide send sends it once more.'],
    json: '[{id, connection, jobId, what, state, why, verdict, createdAt}]',
    example: 'outbox',
  },
  decide: {
    words: 'POST arrived|send|drop|compare',
    most: 2,
    options: ['timeout', 'json'],
    about: 'decide about a post of the outbox',
    more: [
      'The beginning of its id is enough. compare looks at the job first; send sends it again, also what was refused, and',
      'ends like post.',
    ],
    json: `{jobId, post: ${aPost}}`,
    example: 'decide 7b0c1c1e compare',
  },
} as const satisfies Readonly<Record<string, Entry>>
