import { describe, expect, it } from 'vitest'
import { anEngine } from '../../support/an-engine'

describe('connections:doctor', () => {
  it('tells what stands in the way, and asks no server that cannot be reached', async () => {
    const engine = await anEngine()
    const told = await engine.ask('connections:doctor', 'c1', false)
    expect(told).toMatchObject({
      ok: true,
      value: {
        connection: 'Outfitters',
        vendor: 'merchantops',
        origin: 'https://api.example.com',
        steps: { 0: { name: 'name', state: 'failed' }, 1: { name: 'tcp', state: 'not-reached' } },
      },
    })
    expect(JSON.stringify(told)).not.toContain('key-of-c1')
    expect(engine.requests).toEqual([])
  })

  it('of a connection that is not there says so', async () => {
    const engine = await anEngine()
    expect(await engine.ask('connections:doctor', 'nobody', false)).toEqual({
      ok: false,
      message: 'This connection is not there any more.',
    })
  })
})
