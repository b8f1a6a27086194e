import { CloudOff } from 'lucide-react'
import { Button } from '../parts/button'
import { Empty } from '../parts/empty'
import { goTo } from '../state/view'

/** In the place of a job that is not on the list. */
export function NotWatched({ text }: { readonly text: string }) {
  return (
    <Empty icon={<CloudOff size="1.75rem" strokeWidth={1.5} aria-hidden />} title="This job is not watched" text={text}>
      <Button onClick={() => goTo({ view: 'jobs' })}>Back to the jobs</Button>
    </Empty>
  )
}
