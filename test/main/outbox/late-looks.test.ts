import { expect, it } from 'vitest'
import type { Observation } from '../../../src/main/apis/jobs-api'
import { bad, type Fault, good } from '../../../src/shared/fault'
import { anIssue } from '../../support/builders'
import { settle } from '../../support/fake-clock'
import { aDetail, anOutbox, aReply, aReport, cut } from './an-outbox'

const changed: Fault = { kind: 'conflict', status: 409, said: null }
const never = () => Promise.resolve()

/** A gate, and the way to open it. */
function aGate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { gate: () => opened, open: () => open() }
}

const error = { entityKey: 'SKU-1', errorType: 'timeout', message: 'No answer.', entityType: 'product' }
const listed = anIssue({ ...error, step: null })
const withOne = { detail: { errors: [listed], warnings: [], metadata: {} } }

/** A lost post, whose first look is slow, and whose second, asked for by a person, has been answered. */
async function lookedTwice(second: Observation) {
  const looks = [good(aDetail()), good(aDetail()), good(second)]
  const { outbox, clock, lookGates, stored } = anOutbox({ answers: { posts: [bad(cut)], looks } })
  const slow = aGate()
  lookGates.push(never, slow.gate)
  const order = aReport({ error })
  outbox.put(order, 'send')
  await clock.pass(1)
  const look = () => outbox.act(order.id, 'compare')
  await look()
  return { slow, looks, look, verdict: () => stored(order.id)?.comparison?.verdict }
}

it('a look that answers after a later one does not take back what that has found (fault 23)', async () => {
  const { slow, verdict } = await lookedTwice(aDetail({ errorsListed: 1 }, withOne))
  expect(verdict()).toBe('arrived')
  slow.open()
  await settle()
  expect(verdict()).toBe('arrived')
})

it('after that a still later look is heard again', async () => {
  const { slow, looks, look, verdict } = await lookedTwice(aDetail())
  slow.open()
  await settle()
  looks.push(good(aDetail({ errorsListed: 1 }, withOne)))
  await look()
  expect(verdict()).toBe('arrived')
})

it('a look begun before a report was taken is not what the next one is held against (fault 51)', async () => {
  const taken = good({ ...aReply({ errorsListed: 1 }), ...withOne })
  const { outbox, lookGates, stored } = anOutbox({
    answers: { posts: [bad(changed), taken, bad(cut)], looks: [good(aDetail()), good(aDetail())] },
  })
  const slow = aGate()
  // The look at what has changed, which is made beside the next report.
  lookGates.push(never, slow.gate)
  outbox.put(aReport({ stage: 'a' }), 'send')
  outbox.put(aReport({ error }), 'send')
  await settle()
  slow.open()
  await settle()
  const again = aReport({ error })
  outbox.put(again, 'send')
  await settle()
  expect(stored(again.id)).toMatchObject({ state: 'unknown', before: { equalErrors: 1 } })
})

it('a look begun before a report was lost is not what the job is like when it is sent again', async () => {
  const looks = [good(aDetail()), good(aDetail()), good(aDetail({ errorsListed: 1 }, withOne))]
  const { outbox, lookGates, stored } = anOutbox({ answers: { posts: [bad(changed), bad(cut), bad(cut)], looks } })
  const slow = aGate()
  lookGates.push(never, slow.gate)
  outbox.put(aReport({ stage: 'a' }), 'send')
  const order = aReport({ error })
  outbox.put(order, 'send')
  await settle()
  slow.open()
  await settle()
  await outbox.act(order.id, 'send-again')
  await settle()
  expect(stored(order.id)).toMatchObject({ state: 'unknown', attempts: 2, before: { equalErrors: 1 } })
})
