import type { Entry } from './entry'

const aJob =
  '{connection, vendor, jobId, jobType, status, phase, outcome, percent, total, processed, failed, warned, notReached, stage, seenAt, group, notFound, gone, paused, fault}'

export const watching = {
  watch: {
    words: 'N ID...',
    most: null,
    options: ['json'],
    about: 'watch jobs of the connection named N',
    more: [
      'Ids may be parted by commas, semicolons or lines, and an address that names a job is an id too. An ID of -',
      'reads them from standard input, so that thousands can be given; one with a blank in it wants quotes there. Up to',
      'ten are looked at before the command ends, which ends with 1 when an id is refused or not found. Those that are',
      'not found stay on the list. A jobtray:// link stands for N and ID, here and wherever both are wanted.',
    ],
    json: '{connection, added: [id], already: [id], refused: [{text, why}], unseen: [{jobId, why}]}',
    example: 'watch Outfitters - < ids.txt',
  },
  unwatch: {
    words: 'N ID...',
    most: null,
    options: ['json'],
    about: 'take jobs off the watch list',
    more: ['Ids are given as to watch. Ends with 1 when one was not watched.'],
    json: '{connection, removed: [id], missing: [id]}',
    example: 'unwatch Outfitters crawl-0c2d4b7f',
  },
  list: {
    words: '',
    most: 0,
    options: ['state', 'connection', 'type', 'json'],
    about: 'the watched jobs: what needs attention first',
    more: [
      'States: attention, active, recent; queued, running, finished, warnings, partial, failed, cancelled, unknown,',
      "stalled, failing, not-found, not-seen, gone; or a status word of the server's own. unknown is a job whose status",
      'nobody knows; an id that no server knows is not-found, and one that nobody has looked at yet is not-seen. Of more',
      'than ten ids that are not found three are listed, unless you ask for not-found; --json has them all. What the tray',
      'counts beside these jobs is said below them. Several states, or several types, are parted by commas.',
    ],
    json: `[${aJob}]`,
    example: 'list --state failed,partial --connection Outfitters',
  },
  show: {
    words: 'N ID',
    most: 2,
    options: ['json'],
    about: 'one job with its errors and warnings',
    more: [
      'The newest hundred of each, with error type and step; --json gives all. What had ended or was not found is looked at',
      'again, for 5 s at most; what could not be seen anew is told with the time it was last seen.',
    ],
    json: '{...as list, unconfirmed, errorMessage, errors: [issue], warnings: [issue], metadata}',
    example: 'show Outfitters crawl-0c2d4b7f',
  },
  timeline: {
    words: 'N ID',
    most: 2,
    options: ['json'],
    about: 'the way a job went: the time in each stage, what was seen when',
    more: [],
    json: '{stages: [stretch], entries: [entry], gaps: [{from, to}]}',
    example: 'timeline Outfitters crawl-0c2d4b7f',
  },
  wait: {
    words: 'N ID',
    most: 2,
    options: ['family', 'timeout', 'json'],
    about: 'watch a job until it has ended and print how',
    more: [
      'Its exit code is the outcome. Not reaching the server ends nothing: it goes on waiting, and says so when the',
      'time is over. What had ended or was not found is looked at again; when that cannot be done in five seconds, its outcome',
      'is told as it was last seen, with the time. Ctrl-C leaves it with 130; the job stays on the watch list. When the time',
      'is over the outcome of its JSON is null.',
    ],
    json: '{jobId, outcome, exitCode, seenAt, unconfirmed, job, family: [{jobId, standing, outcome}]}',
    example: 'wait Outfitters crawl-0c2d4b7f --family --timeout 3600',
  },
} as const satisfies Readonly<Record<string, Entry>>
