import { describe, expect, it } from 'vitest'
import { chooseLife, longestLifeMs } from '../../src/main/demo-life'

const now = 1_800_000_000_000
const half = () => 0.5
const written = JSON.stringify({ seed: 3, since: now - 60_000, port: 23_456 })
const choose = (text: string | null, seed: number | null = null, at = now) => chooseLife(text, seed, at, half)

describe('the life that the demo lives', () => {
  it('goes on after a restart, at the same port and since the same time', () => {
    expect(choose(written)).toEqual({ life: { seed: 3, since: now - 60_000, port: 23_456 }, isNew: false })
    expect(choose(written, 3).isNew).toBe(false)
  })

  it('is the first one where nothing, or nothing readable, was written', () => {
    const first = { life: { seed: 1, since: now, port: 26_000 }, isNew: true }
    for (const text of [null, '', '{', '[]', JSON.stringify({ seed: 'x', since: now, port: 1 })]) {
      expect(choose(text)).toEqual(first)
    }
  })

  it('is another one, with other jobs, when it is too old or of a time to come', () => {
    for (const at of [now + longestLifeMs, now - 3_600_000]) {
      expect(choose(written, null, at)).toMatchObject({ life: { seed: 4, since: at }, isNew: true })
    }
  })

  it('is that of the seed that was asked for', () => {
    expect(choose(written, 7)).toMatchObject({ life: { seed: 7 }, isNew: true })
  })
})
