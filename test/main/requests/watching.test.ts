import { describe, expect, it } from 'vitest'
import { sortPasted } from '../../../src/main/requests/watching'
import { checkJobId } from '../../../src/shared/job-id'
import { aConnection } from '../../support/builders'

const uuid = '3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15'
const merchantops = aConnection()
const retailgrid = aConnection({ vendor: 'retailgrid' })
const none = () => false
const ref = (jobId: string) => ({ connectionId: 'c1', jobId })

describe('pasted ids', () => {
  it('are parted into new, known and refused ones', () => {
    expect(sortPasted(merchantops, 'a\nb\n..\nc', ({ jobId }) => jobId === 'b')).toEqual({
      added: [ref('a'), ref('c')],
      already: [ref('b')],
      refused: [{ text: '..', why: 'A job id cannot be only dots.' }],
    })
  })

  it('with a blank in a line are refused with that line, and none of its words is watched', () => {
    expect(sortPasted(merchantops, 'not an id!!\na', none)).toEqual({
      added: [ref('a')],
      already: [],
      refused: [{ text: 'not an id!!', why: expect.stringMatching(/blank/) }],
    })
  })

  it('of Retailgrid are one when they differ in their letters only (fault 55)', () => {
    const answer = sortPasted(retailgrid, `${uuid}\n${uuid.toUpperCase()}`, none)
    expect(answer).toEqual({ added: [ref(uuid)], already: [], refused: [] })
  })

  it('that are refused come back whole, to be corrected', () => {
    const slip = `${'enrichment-'.repeat(12)}x`
    expect(sortPasted(retailgrid, slip, none).refused).toEqual([{ text: slip, why: expect.stringMatching(/UUIDs/) }])
  })

  it('that are far too long come back cut, but never as something that would be taken', () => {
    const [refused] = sortPasted(merchantops, 'x'.repeat(1_000_000), none).refused
    expect(refused?.text.length).toBeLessThan(1_000)
    expect(checkJobId('merchantops', refused?.text ?? '').ok).toBe(false)
  })

  it('may be empty when they were named one by one, and are then refused', () => {
    expect(sortPasted(merchantops, '["", "a"]', none)).toMatchObject({
      added: [ref('a')],
      refused: [{ text: '', why: 'A job id is missing.' }],
    })
  })
})
