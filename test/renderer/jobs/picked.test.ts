import { afterEach, expect, test } from 'vitest'
import { letGoOfGone } from '../../../src/renderer/jobs/picked'
import { applyDelta, mirrorOf } from '../../../src/renderer/state/mirror'
import { mirrorStore } from '../../../src/renderer/state/mirror-store'
import { viewStore } from '../../../src/renderer/state/view'
import { refKey } from '../../../src/shared/job'
import { aWatchedJob } from '../../support/builders'
import { aSnapshot } from '../support/a-snapshot'

afterEach(() => {
  mirrorStore.setState({ mirror: null })
  viewStore.setState({ picked: new Set() })
})

test('a job that is watched no longer is not picked when it is watched again', () => {
  const [stays, goes] = ['crawl-stays', 'crawl-goes'].map(jobId => aWatchedJob({ ref: { connectionId: 'm', jobId } }))
  if (stays === undefined || goes === undefined) throw new Error('two jobs were made')
  const first = mirrorOf(aSnapshot({ version: 1, jobs: [stays, goes] }))
  mirrorStore.setState({ mirror: first })
  letGoOfGone()
  viewStore.setState({ picked: new Set([refKey(stays.ref), refKey(goes.ref)]) })

  const without = applyDelta(first, { version: 2, forgotten: [goes.ref] })
  if (without.kind !== 'next') throw new Error(without.kind)
  mirrorStore.setState({ mirror: without.mirror })
  const again = applyDelta(without.mirror, { version: 3, jobs: [goes] })
  if (again.kind !== 'next') throw new Error(again.kind)
  mirrorStore.setState({ mirror: again.mirror })
  expect([...viewStore.getState().picked]).toEqual([refKey(stays.ref)])
})
