import { describe, expect, it } from 'vitest'
import { aForm } from '../../support/a-form'
import { anEngine, notFound, type Reply } from '../../support/an-engine'
import { aConnection } from '../../support/builders'

const forbidden: Reply = { kind: 'forbidden', permission: null, said: 'Reads only' }
const limited: Reply = { kind: 'rate-limited', retryAfterMs: 60_000 }

async function anAsked(reply: () => Reply, connection = aConnection()) {
  const app = await anEngine({ connections: [connection], reply })
  return {
    ...app,
    opens: () => app.ask('connections:may-post', 'c1'),
    asked: () => app.requests.map(({ method, url, body }) => `${method} ${new URL(url).pathname} ${body}`),
    writeFault: () => app.board.connection('c1')?.writeFault?.fault,
  }
}

const question = 'POST /api/jobs/00000000-0000-0000-0000-000000000000/progress {}'

describe('when a form is opened', () => {
  it('the server is asked once whether the key may post, with a report that writes nothing', async () => {
    const { opens, asked, writeFault } = await anAsked(() => notFound)
    await opens()
    await opens()
    expect(asked()).toEqual([question])
    expect(writeFault()).toBeUndefined()
  })

  it('it is asked again after another key was entered', async () => {
    const { ask, opens, asked } = await anAsked(() => notFound)
    await opens()
    await ask('connections:save', 'c1', aForm({ key: 'sk-new-55aa66bb' }), true)
    await opens()
    expect(asked().filter(request => request === question)).toHaveLength(2)
  })

  it('of a key that only reads is known before anything is typed (E20)', async () => {
    const { opens, writeFault } = await anAsked(() => forbidden)
    expect(await opens()).toEqual({ ok: true, value: undefined })
    expect(writeFault()).toEqual({ kind: 'forbidden', permission: 'job:create', said: 'Reads only' })
  })

  it('nothing is asked while the server wants no requests, and it is once that is over', async () => {
    let says: Reply = limited
    const { ask, opens, asked, clock, writeFault } = await anAsked(() => says)
    await ask('jobs:watch', 'c1', 'enrichment-5f2c81d0')
    await clock.pass(2_000)
    const looks = asked().length
    await opens()
    expect(asked()).toHaveLength(looks)
    says = forbidden
    await ask('jobs:forget', [{ connectionId: 'c1', jobId: 'enrichment-5f2c81d0' }])
    await clock.pass(120_000)
    await opens()
    expect(asked().slice(looks)).toEqual([question])
    expect(writeFault()).toMatchObject({ kind: 'forbidden' })
  })

  it('what the server says of too many requests then is heeded by the looks too', async () => {
    const { ask, opens, asked, clock } = await anAsked(() => limited)
    await opens()
    await ask('jobs:watch', 'c1', 'enrichment-5f2c81d0')
    await clock.pass(50_000)
    expect(asked()).toEqual([question])
  })

  it('nothing is asked of a connection that is paused, or cannot post at all, or is not there', async () => {
    const paused = await anAsked(() => forbidden)
    await paused.ask('connections:change', 'c1', { paused: true })
    await paused.opens()
    const retailgrid = await anAsked(() => forbidden, aConnection({ vendor: 'retailgrid' }))
    await retailgrid.opens()
    await retailgrid.ask('connections:may-post', 'c9')
    expect([paused.asked(), retailgrid.asked()]).toEqual([[], []])
  })

  it('trouble of any other kind keeps nobody from filling it in', async () => {
    const { opens, writeFault } = await anAsked(() => ({ kind: 'server', status: 503, retryAfterMs: null }))
    expect(await opens()).toEqual({ ok: true, value: undefined })
    expect(writeFault()).toBeUndefined()
  })
})
