import { describe, expect, it } from 'vitest'
import { breath } from '../../../src/main/apis/breath'

/** Whether others had their turn before the answer goes on. */
async function letsOthers(bytes: number): Promise<boolean> {
  let hadTurn = false
  setImmediate(() => {
    hadTurn = true
  })
  await breath(bytes)
  return hadTurn
}

describe('a breath between two steps of an answer', () => {
  it('lets others have their turn when the answer is large', async () => {
    expect(await letsOthers(7_000_000)).toBe(true)
  })

  it('costs a usual answer nothing', async () => {
    expect(await letsOthers(2_000)).toBe(false)
  })
})
