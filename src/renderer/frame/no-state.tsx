import { Unplug } from 'lucide-react'
import { Button } from '../parts/button'
import { Empty } from '../parts/empty'
import { mirrorStore, readAgain } from '../state/mirror-store'

/** Before the first snapshot: nothing for the moment it takes, or what went wrong with it. */
export function NoState() {
  const trouble = mirrorStore(state => state.trouble)
  if (trouble === null) return <div aria-busy="true" className="h-full" />
  return (
    <div className="flex h-full">
      <Empty
        icon={<Unplug size="1.75rem" strokeWidth={1.5} aria-hidden />}
        title="The jobs could not be read"
        text={trouble}
      >
        <Button look="primary" onClick={() => void readAgain()}>
          Try again
        </Button>
      </Empty>
    </div>
  )
}
