import { describe, expect, it } from 'vitest'
import { connect, forget, list, unwatch, watch } from '../../src/cli/commands'
import { bearer } from '../../src/shared/connection'
import { aCommandLine, refusal } from '../support/a-command-line'
import { aConnection, aJob, aWatchedJob } from '../support/builders'

const options = {
  name: 'Outfitters',
  vendor: 'merchantops',
  url: 'https://api.example.com',
  organization: '',
  key: 'sk-1',
  insist: false,
}

describe('connect', () => {
  it('sends the form that the window would send, and says that it is done', async () => {
    const { ask, out, printed, asked } = await aCommandLine({
      'connections:save': async () => ({ ok: true, connection: aConnection() }),
    })
    await connect(ask, out, { ...options, organization: 'org_1', insist: true })
    const form = {
      name: 'Outfitters',
      vendor: 'merchantops',
      baseUrl: 'https://api.example.com',
      organization: 'org_1',
      keySending: bearer,
      key: 'sk-1',
    }
    expect(asked).toEqual([['connections:save', [null, form, true]]])
    expect(printed).toEqual(['Connected Outfitters.'])
  })

  it('without a key makes a connection that needs none', async () => {
    const { ask, out, asked } = await aCommandLine({
      'connections:save': async () => ({ ok: true, connection: aConnection() }),
    })
    await connect(ask, out, { ...options, key: null })
    expect(asked[0]?.[1][1]).toMatchObject({ keySending: { kind: 'none' }, key: null })
  })

  it.each([
    [false, 'The key was refused.', 'The key was refused.'],
    [true, 'No such host.', 'No such host. Keep it all the same with --no-proof.'],
  ])('that is refused says why, and what can be done: %s', async (canInsist, message, line) => {
    const { ask, out } = await aCommandLine({
      'connections:save': async () => ({ ok: false, field: 'key', message, canInsist }),
    })
    await expect(connect(ask, out, options)).rejects.toEqual(refusal(line))
  })

  it('without the key that the server asks for names the option that takes it', async () => {
    const message = 'The server asks for a key.'
    const { ask, out } = await aCommandLine({
      'connections:save': async () => ({ ok: false, field: 'keySending', message, canInsist: false }),
    })
    await expect(connect(ask, out, { ...options, key: null })).rejects.toEqual(
      refusal('The server asks for a key. --key-stdin reads the key from standard input.'),
    )
  })

  it('of a vendor that does not exist is wrong usage, and nothing is asked', async () => {
    const { ask, out, asked } = await aCommandLine()
    await expect(connect(ask, out, { ...options, vendor: 'shopify' })).rejects.toEqual(
      refusal('--vendor takes merchantops or retailgrid.', 2),
    )
    expect(asked).toEqual([])
  })
})

describe('watch', () => {
  const ref = (jobId: string) => ({ connectionId: 'c1', jobId })

  it('hands each argument over as one id, blanks and all', async () => {
    const { ask, out, printed, asked } = await aCommandLine({
      'jobs:watch': async () => ({ added: [ref('a b')], already: [ref('c')], refused: [] }),
    })
    await watch(ask, out, 'outfitters', ['a b', 'c', ''])
    expect(asked[1]).toEqual(['jobs:watch', ['c1', '["a b","c",""]']])
    expect(printed).toEqual(['Watching a b.', 'Watched already: c.'])
  })

  it('that refuses some says which and why on one line, and exits with 1', async () => {
    const { ask, out, printed } = await aCommandLine({
      'jobs:watch': async () => ({
        added: [ref('a')],
        already: [],
        refused: [
          { text: '', why: 'A job id is missing.' },
          { text: 'x\u001b[2J\ny', why: 'A job id cannot hold line breaks.' },
        ],
      }),
    })
    await expect(watch(ask, out, 'Outfitters', ['a', '', 'x'])).rejects.toEqual(
      refusal('“”: A job id is missing. “x[2Jy”: A job id cannot hold line breaks.'),
    )
    expect(printed).toEqual(['Watching a.'])
  })

  it('of a connection that is not there names those that are', async () => {
    const { ask, out } = await aCommandLine()
    await expect(watch(ask, out, 'nobody', ['a'])).rejects.toEqual(
      refusal('There is no connection named nobody. There is: Outfitters, Shop.'),
    )
  })
})

describe('unwatch', () => {
  it('takes jobs off the list, and names those that are not on it', async () => {
    const { ask, out, printed, asked } = await aCommandLine({ 'jobs:forget': async () => undefined })
    await expect(unwatch(ask, out, 'outfitters', ['enrichment-5f2c81d0', 'x'])).rejects.toEqual(
      refusal('Not watched: x.'),
    )
    expect(asked.at(-1)).toEqual(['jobs:forget', [[{ connectionId: 'c1', jobId: 'enrichment-5f2c81d0' }]]])
    expect(printed).toEqual(['Watched no more: enrichment-5f2c81d0.'])
  })

  it('of none that is watched asks for nothing to be forgotten', async () => {
    const { ask, out, asked } = await aCommandLine()
    await expect(unwatch(ask, out, 'Shop', ['enrichment-5f2c81d0'])).rejects.toEqual(
      refusal('Not watched: enrichment-5f2c81d0.'),
    )
    expect(asked.map(([name]) => name)).toEqual(['state:read'])
  })
})

describe('list', () => {
  it('gives scripts one JSON array', async () => {
    const { ask, out, printed } = await aCommandLine()
    await list(ask, out, true)
    expect(JSON.parse(printed.join('\n'))).toMatchObject([{ connection: 'Outfitters', jobId: 'enrichment-5f2c81d0' }])
  })

  it('of no jobs says what to do, and gives scripts an empty array', async () => {
    const { ask, out, printed } = await aCommandLine({}, [])
    await list(ask, out, false)
    await list(ask, out, true)
    expect(printed).toEqual(['No jobs are watched. Add some with jobtray watch.', '[]'])
  })

  it('lets no word of a server steer the terminal, and tells scripts the very same word', async () => {
    const stage = 'a\u009b2Jb\u202ec\u2028d'
    const { ask, out, printed } = await aCommandLine({}, [aWatchedJob({ job: aJob({ stage }) })])
    await list(ask, out, true)
    expect(printed.join('')).not.toMatch(/[\u0080-\u009f\p{Cf}\p{Zl}\p{Zp}]/u)
    expect(JSON.parse(printed.join(''))[0].stage).toBe(stage)
  })
})

it('forget does not claim that a key is gone which the keychain keeps', async () => {
  const stays = 'Its key is not used any more, but is still in the keychain, which is locked.'
  const { ask, out } = await aCommandLine({ 'connections:remove': async () => stays })
  await expect(forget(ask, out, 'Shop')).rejects.toEqual(refusal(`Forgot Shop and its jobs. ${stays}`))
})

describe('of thousands of ids', () => {
  const ids = Array.from({ length: 2_000 }, (_, index) => `job-${index}`)
  const refs = ids.map(jobId => ({ connectionId: 'c1', jobId }))

  it('watch names the first few and how many there are', async () => {
    const refused = ids.map(text => ({ text, why: 'No.' }))
    const added = await aCommandLine({ 'jobs:watch': async () => ({ added: refs, already: [], refused: [] }) })
    await watch(added.ask, added.out, 'Outfitters', ids)
    expect(added.printed).toEqual(['Watching 2,000 jobs: job-0, job-1, job-2 and 1,997 more.'])
    const none = await aCommandLine({ 'jobs:watch': async () => ({ added: [], already: [], refused }) })
    await expect(watch(none.ask, none.out, 'Outfitters', ids)).rejects.toMatchObject({
      message: expect.stringMatching(/^“job-0”: No\..*“job-9”: No\. And 1,990 more\.$/),
    })
  })

  it('unwatch names the first few that are not watched', async () => {
    const { ask, out } = await aCommandLine()
    await expect(unwatch(ask, out, 'Outfitters', ids)).rejects.toEqual(
      refusal('Not watched: 2,000 jobs: job-0, job-1, job-2 and 1,997 more.'),
    )
  })
})

it('connect does not drop an organization that Retailgrid would not take', async () => {
  const { ask, out, asked } = await aCommandLine()
  const options = { name: 'S', vendor: 'retailgrid', url: 'https://x.example', key: null, insist: false }
  await expect(connect(ask, out, { ...options, organization: 'org-1' })).rejects.toEqual(
    refusal('Retailgrid takes no organization. Leave --org out.', 2),
  )
  expect(asked).toEqual([])
})

it('forget removes the connection of that name', async () => {
  const { ask, out, printed, asked } = await aCommandLine()
  await forget(ask, out, 'SHOP')
  expect(asked[1]).toEqual(['connections:remove', ['c2']])
  expect(printed).toEqual(['Forgot Shop, its key and its jobs.'])
})
