import { BellOff, CheckCheck } from 'lucide-react'
import { Button } from '../parts/button'
import { Empty } from '../parts/empty'
import { inboxViewStore } from './inbox-view'

/** `some`: there are notices, and all of them were seen. */
export const NoNotices = ({ some }: { readonly some: boolean }) =>
  some ? (
    <Empty
      icon={<CheckCheck size="1.75rem" strokeWidth={1.5} aria-hidden />}
      title="All read"
      text="Nothing new has been told since you looked."
    >
      <Button onClick={() => inboxViewStore.setState({ shown: 'all' })}>Show all notices</Button>
    </Empty>
  ) : (
    <Empty
      icon={<BellOff size="1.75rem" strokeWidth={1.5} aria-hidden />}
      title="Nothing to tell yet"
      text="When a watched job ends, stalls or begins to fail, you are told once, and the notice is kept here."
    />
  )
