import { describe, expect, it } from 'vitest'
import { readRefusal, refusalLastsMs } from '../../../scripts/runtime/refusal.mjs'

const at = 1_000_000_000_000
const refusal = { version: '45.4.1', reason: 'fetch failed', at }
const read = (text: string, version = '45.4.1', now = at + 1000) => readRefusal(text, { version, now })

describe('a refused download', () => {
  it('is remembered for a day', () => {
    expect(read(JSON.stringify(refusal))).toEqual(refusal)
    expect(read(JSON.stringify(refusal), '45.4.1', at + refusalLastsMs)).toBeNull()
  })

  it('does not speak for another version', () => {
    expect(read(JSON.stringify(refusal), '45.5.0')).toBeNull()
  })

  it('from the future or from a damaged file is no refusal', () => {
    expect(read(JSON.stringify(refusal), '45.4.1', at - 1)).toBeNull()
    expect(read('{"version":"45.4')).toBeNull()
    expect(read('null')).toBeNull()
  })
})
