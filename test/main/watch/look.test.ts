import { describe, expect, it } from 'vitest'
import type { Observation } from '../../../src/main/apis/jobs-api'
import { unread } from '../../../src/main/watch/depth'
import { look } from '../../../src/main/watch/look'
import { capabilities, type Vendor } from '../../../src/shared/connection'
import { bad, type Fault, good, type Result } from '../../../src/shared/fault'
import { anEndedJob, anObservation, anUnseenJob, aWatchedJob, someFacts } from '../../support/builders'

const tooLarge: Fault = { kind: 'too-large', limitBytes: 8 * 1_048_576 }
const gone: Fault = { kind: 'not-found', said: null }
const status = good(anObservation(someFacts({ processed: 41 }), { source: 'status' }))
const detail = good(anObservation(someFacts({ processed: 41, stage: 'uploading' }), { bytes: 7_000 }))

/** A reader that gives these answers and keeps what it was asked. */
function aReader(
  answers: { status: Result<Observation>; detail: Result<Observation> },
  vendor: Vendor = 'merchantops',
) {
  const asked: string[] = []
  return {
    asked,
    capabilities: capabilities[vendor],
    async readStatus() {
      asked.push('status')
      return answers.status
    },
    async readDetail() {
      asked.push('detail')
      return answers.detail
    },
  }
}

describe('the first look at a job', () => {
  it('is deep', async () => {
    const reader = aReader({ status, detail })
    expect(await look(reader, anUnseenJob(), unread)).toEqual({ result: detail, attempt: { bytes: 7_000 } })
    expect(reader.asked).toEqual(['detail'])
  })

  it('sees the light status when the detail is too large', async () => {
    const reader = aReader({ status, detail: bad(tooLarge) })
    expect(await look(reader, anUnseenJob(), unread)).toEqual({ result: status, attempt: { fault: tooLarge } })
  })

  it('tells the fault of the detail when the light status cannot be had either', async () => {
    const reader = aReader({ status: bad(gone), detail: bad(tooLarge) })
    expect((await look(reader, anUnseenJob(), unread)).result).toEqual(bad(tooLarge))
  })

  it('asks no second time when the status could say nothing else', async () => {
    const reader = aReader({ status, detail: bad(gone) })
    expect((await look(reader, anUnseenJob(), unread)).result).toEqual(bad(gone))
    expect(reader.asked).toEqual(['detail'])
  })

  it('of a vendor with one read has that one alone', async () => {
    const reader = aReader({ status, detail: bad(tooLarge) }, 'retailgrid')
    expect((await look(reader, anUnseenJob(), unread)).result).toEqual(bad(tooLarge))
    expect(reader.asked).toEqual(['detail'])
  })
})

describe('a later look', () => {
  it('that goes deep and finds too much tells what the light status said', async () => {
    const reader = aReader({ status, detail: bad(tooLarge) })
    expect(await look(reader, aWatchedJob(), unread)).toEqual({ result: status, attempt: { fault: tooLarge } })
  })

  it('that is due to go deep asks for the detail alone, and after one that failed for the status first', async () => {
    const reader = aReader({ status, detail })
    expect((await look(reader, aWatchedJob(), { ...unread, lightSince: 2 })).result).toEqual(detail)
    expect(reader.asked).toEqual(['detail'])
    await look(reader, aWatchedJob(), { ...unread, lightSince: 4, failures: 1 })
    expect(reader.asked).toEqual(['detail', 'status', 'detail'])
  })

  it('that stays light has tried nothing deep', async () => {
    const reader = aReader({ status, detail })
    expect(await look(reader, aWatchedJob(), { ...unread, lightSince: 0 })).toEqual({ result: status, attempt: null })
    expect(reader.asked).toEqual(['status'])
  })
})

describe('a look at a job that has ended', () => {
  const ended = aWatchedJob({ job: anEndedJob() })
  const seen = { ...unread, lightSince: 0, bytes: 500 }

  it('reads the detail in the place of the status, for that alone has the times of its last run', async () => {
    const reader = aReader({ status, detail })
    expect((await look(reader, ended, seen)).result).toEqual(detail)
    expect(reader.asked).toEqual(['detail'])
  })

  it('of a large one is light', async () => {
    const reader = aReader({ status: good(anObservation(someFacts({ status: 'completed', processed: 100 }))), detail })
    await look(reader, ended, { ...seen, bytes: 8 * 1_048_576 })
    expect(reader.asked).toEqual(['status'])
  })

  it('goes by the light status when the detail cannot be had', async () => {
    const reader = aReader({ status, detail: bad(tooLarge) })
    expect((await look(reader, ended, seen)).result).toEqual(status)
  })
})
