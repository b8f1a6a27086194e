import type { WatchedJob } from '../../../src/shared/snapshot'
import { aJob, anEndedJob, aWatchedJob } from '../../support/builders'

const markup = '<img src=x onerror="document.title=\'executed\'"><script>document.title="executed"</script>'
const rightToLeft = '\u202etxt.exe\u202c \u05e9\u05dc\u05d5\u05dd \u2066abc'
const endless = 'pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(400)

/** Everything a server may send to break a layout or to have something executed. */
export function hostileJobs(ago: (seconds: number) => string): readonly WatchedJob[] {
  const odd = (jobId: string, text: string): WatchedJob =>
    aWatchedJob({
      ref: { connectionId: 'mo', jobId },
      addedAt: ago(60),
      seenAt: ago(2),
      job: aJob({
        jobType: text,
        stage: text,
        lastMessage: text,
        total: 100,
        processed: 1e15,
        percent: { value: 100, source: 'server' },
      }),
    })
  return [
    odd(`a/${markup}`, markup),
    odd(`b ${rightToLeft}`, rightToLeft),
    odd(endless.slice(0, 256), endless),
    odd('newlines', 'one\r\n\ttwo\u0007\u001b[31mred\u001b[0m\u0000'),
    aWatchedJob({
      ref: { connectionId: 'mo', jobId: 'ended' },
      seenAt: ago(2),
      endedSeenAt: ago(2),
      job: anEndedJob({
        jobType: endless,
        status: markup,
        outcome: 'unknown',
        errorMessage: endless,
        completedAt: 'not a time',
      }),
    }),
  ]
}
