import { afterEach, expect, test } from 'vitest'
import { letGoOfGone, refsAt } from '../../../src/renderer/jobs/picked'
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

test('a key acts on the row it stands on while all that is picked is out of sight, as in the list of another connection', () => {
  const [shown, picked] = ['m', 'r'].map(connectionId => aWatchedJob({ ref: { connectionId, jobId: 'crawl-1' } }))
  if (shown === undefined || picked === undefined) throw new Error('two jobs were made')
  const keys = [shown, picked].map(({ ref }) => refKey(ref))
  mirrorStore.setState({ mirror: mirrorOf(aSnapshot({ version: 1, jobs: [shown, picked] })) })
  viewStore.setState({ picked: new Set([refKey(picked.ref)]) })
  expect(refsAt(refKey(shown.ref), [refKey(shown.ref)])).toEqual([shown.ref])
  expect(refsAt(refKey(shown.ref), keys)).toEqual([picked.ref])
})
