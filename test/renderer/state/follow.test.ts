import { expect, test } from 'vitest'
import { follow } from '../../../src/renderer/state/follow'
import type { Mirror } from '../../../src/renderer/state/mirror'
import type { Delta, Snapshot } from '../../../src/shared/snapshot'
import { aSnapshot } from '../support/a-snapshot'

/** Main as seen from the window: reads are answered when the test says so. */
function someMain() {
  const pending: { readonly answer: (snapshot: Snapshot) => void; readonly refuse: (why: string) => void }[] = []
  const shown: Mirror[] = []
  const troubles: string[] = []
  const heard: { tell: (delta: Delta) => void } = { tell: () => {} }
  const following = follow(
    {
      readState: () =>
        new Promise((resolve, reject) => {
          pending.push({ answer: resolve, refuse: why => reject(new Error(why)) })
        }),
      onStateChanged: listener => {
        heard.tell = listener
        return () => {
          heard.tell = () => {}
        }
      },
    },
    { show: mirror => shown.push(mirror), fail: message => troubles.push(message) },
  )
  return {
    following,
    troubles,
    versions: () => shown.map(mirror => mirror.version),
    reads: () => pending.length,
    tell: (version: number) => heard.tell({ version, banners: [] }),
    answer: async (version: number) => {
      pending.at(-1)?.answer(aSnapshot({ version }))
      await new Promise(resolve => setImmediate(resolve))
    },
    refuse: async (why: string) => {
      pending.at(-1)?.refuse(why)
      await new Promise(resolve => setImmediate(resolve))
    },
  }
}

test('what changes while the snapshot is on its way is laid over it', async () => {
  const main = someMain()
  main.tell(3)
  main.tell(4)
  main.tell(5)
  await main.answer(3)
  expect(main.versions()).toEqual([5])
  expect(main.reads()).toBe(1)
})

test('deltas in order are shown one by one, known ones are dropped', async () => {
  const main = someMain()
  await main.answer(1)
  main.tell(2)
  main.tell(2)
  main.tell(3)
  expect(main.versions()).toEqual([1, 2, 3])
})

test('a gap reads the snapshot again, once for many missed deltas', async () => {
  const main = someMain()
  await main.answer(1)
  main.tell(5)
  main.tell(6)
  expect(main.reads()).toBe(2)
  await main.answer(5)
  expect(main.versions()).toEqual([1, 6])
  main.tell(7)
  expect(main.versions()).toEqual([1, 6, 7])
})

test('a snapshot older than what waits for it is shown all the same, and the next gap reads again', async () => {
  const main = someMain()
  await main.answer(1)
  main.tell(9)
  await main.answer(4)
  expect(main.versions()).toEqual([1, 4])
  expect(main.reads()).toBe(2)
  main.tell(10)
  expect(main.reads()).toBe(3)
})

test('a failed read is said, and the next change tries again', async () => {
  const main = someMain()
  await main.refuse('The journal cannot be read.')
  expect(main.troubles).toEqual(['The journal cannot be read.'])
  main.tell(2)
  expect(main.reads()).toBe(2)
  await main.answer(2)
  expect(main.versions()).toEqual([2])
})

test('nothing is followed after the end', async () => {
  const main = someMain()
  await main.answer(1)
  main.following.stop()
  main.tell(2)
  expect(main.versions()).toEqual([1])
})
