import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { type Body, collectBody } from '../../../../src/main/apis/http/collect-body'
import type { Result } from '../../../../src/shared/fault'

const collected = (pieces: readonly Buffer[]) =>
  new Promise<Result<Body>>(resolve => {
    const collector = collectBody({ encoding: 'gzip', length: null }, 1_000, resolve)
    for (const piece of pieces) collector?.take(piece, () => undefined)
    collector?.end()
  })

it('an answer that calls itself compressed and is empty was not cut: it is empty', async () => {
  expect(await collected([])).toEqual({ ok: true, value: { text: '', bytes: 0 } })
})

it('one that was cut is told from one that is whole, however it came', async () => {
  const packed = gzipSync('{"a":1}')
  const whole = { ok: true, value: { text: '{"a":1}', bytes: 7 } }
  expect(await collected([packed])).toEqual(whole)
  expect(await collected([packed.subarray(0, 5), packed.subarray(5)])).toEqual(whole)
  expect(await collected([packed.subarray(0, 12)])).toMatchObject({ ok: false, fault: { cause: 'cut' } })
})
