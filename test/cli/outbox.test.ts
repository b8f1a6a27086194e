import { describe, expect, it } from 'vitest'
import { decide, outbox } from '../../src/cli/outbox'
import { post } from '../../src/cli/post'
import type { RequestHandlers } from '../../src/shared/ipc'
import type { Post } from '../../src/shared/outbox'
import { aGlimpse, aPost } from '../renderer/support/a-post'
import { aCommandLine, refusal } from '../support/a-command-line'
import { someParts } from '../support/board-parts'
import { aConnection } from '../support/builders'

const lost = aPost({
  id: '7b0c1c1e-2f6b-4a52-9c6e-0d5d0b3f8a11',
  state: 'unknown',
  comparison: { verdict: 'arrived', evidence: [], why: null, againAt: null, now: null, at: '2026-03-02T12:00:00.000Z' },
})
const behind = aPost({ id: '7b9d52aa-2f6b-4a52-9c6e-0d5d0b3f8a12' })

const connections = [aConnection(), aConnection({ id: 'c2', name: 'Shop', vendor: 'retailgrid' })]

const withPosts = (posts: readonly Post[], given: Partial<RequestHandlers> = {}) =>
  aCommandLine({
    'state:read': async () => ({ ...someParts({ connections, posts }), version: 1, jobs: [] }),
    ...given,
  })

const quick = { asJson: false, timeoutMs: 1_000 }

/** As any refusal, with a code that only posts have. */
const ending = (message: RegExp, exitCode: number) =>
  expect.objectContaining({ message: expect.stringMatching(message), exitCode })

describe('outbox', () => {
  it('lists what is open, with what stands in its way', async () => {
    const { ask, out, printed } = await withPosts([lost, behind, aPost({ id: 'x', state: 'sent' })])
    await outbox(ask, out, { asJson: false, refused: false })
    expect(printed.join('\n').split('\n')).toEqual([
      'POST      CONNECTION  JOB                  WHAT         STATE',
      expect.stringMatching(
        /^7b0c1c1e {2}Outfitters {2}enrichment-5f2c81d0 {2}5 processed {2}Unknown {2}Jobtray was stopped .* It arrived, it/,
      ),
      expect.stringMatching(/^7b9d52aa .* Waiting {2}Waits until 7b0c1c1e is decided\.$/),
    ])
  })

  it('says why nobody knows, and why the look at the job does not tell', async () => {
    const evidence = [{ field: 'processed_items', before: '5', wanted: '5', now: '5', says: 'nothing' }] as const
    const why = 'looks-alike'
    const post = aPost({
      state: 'unknown',
      fault: { kind: 'unreachable', cause: 'timeout', reason: '', mayHaveArrived: true },
      comparison: { verdict: 'cannot-tell', why, evidence, againAt: null, now: null, at: '2026-03-02T12:00:00.000Z' },
    })
    const { ask, out, printed } = await withPosts([post])
    await outbox(ask, out, { asJson: false, refused: false })
    expect(printed.join()).toMatch(
      /did not answer in time\. It cannot be told: the job would look the same either way\. \(processed_items was 5, 5 was sent, it is 5\)$/,
    )
  })

  it('says of what waits why, and which command helps', async () => {
    const locked = aPost({ id: '1a', fault: { kind: 'no-key', why: 'locked' } })
    const { ask, out, printed } = await withPosts([locked, aPost({ id: '2b' })])
    await outbox(ask, out, { asJson: false, refused: false })
    const [, first, second] = printed.join('\n').split('\n')
    expect(first).toMatch(
      /Waits: the keychain is locked\. .* Use jobtray key Outfitters --retry then; to a new keychain, jobtray key Outfitters --key-stdin gives the key again\.$/,
    )
    expect(second).toMatch(/Waits behind 1a\.$/)
  })

  it('counts what was refused, and lists it when asked', async () => {
    const refused = aPost({ id: '3c', state: 'refused', fault: { kind: 'not-found', said: null } })
    const { ask, out, printed } = await withPosts([refused])
    await outbox(ask, out, { asJson: false, refused: false })
    await outbox(ask, out, { asJson: false, refused: true })
    expect(printed[0]).toBe('Nothing is open in the outbox. 1 refused post: jobtray outbox --refused lists it.')
    expect(printed[1]).toMatch(/3c .* Refused {2}Not found/)
  })

  it('gives scripts the whole ids, and an empty list when nothing is open', async () => {
    const { ask, out, printed } = await withPosts([lost])
    await outbox(ask, out, { asJson: true, refused: false })
    expect(JSON.parse(printed.join(''))).toMatchObject([
      { id: lost.id, connection: 'Outfitters', jobId: 'enrichment-5f2c81d0', state: 'unknown', verdict: 'arrived' },
    ])
    const none = await withPosts([])
    await outbox(none.ask, none.out, { asJson: true, refused: false })
    await outbox(none.ask, none.out, { asJson: false, refused: false })
    expect(none.printed).toEqual(['[]', 'Nothing is open in the outbox.'])
  })
})

describe('decide', () => {
  it.each([
    ['arrived', 'take-as-arrived', 'sent', 'Taken as arrived.'],
    ['drop', 'drop', 'dropped', 'Given up.'],
    ['compare', 'compare', 'unknown', 'It arrived, it seems: the job is as this post would have made it.'],
  ] as const)('%s asks for %s by the beginning of an id', async (word, act, state, line) => {
    const { ask, out, printed, asked } = await withPosts([lost, behind], {
      'posts:act': async () => ({ ...lost, state }),
    })
    await decide(ask, out, '7B0C', word, quick)
    expect(asked.at(-1)).toEqual(['posts:act', [lost.id, act]])
    expect(printed).toEqual([line])
  })

  it('send waits for the answer and ends like post', async () => {
    const given = { 'posts:act': async () => ({ ...lost, state: 'waiting' as const }) }
    const taken = await withPosts([lost], {
      ...given,
      'posts:settled': async () => ({ ...lost, state: 'sent', fault: null, comparison: null }),
    })
    await decide(taken.ask, taken.out, '7b', 'send', quick)
    expect(taken.printed).toEqual(['The server took it.'])
    const again = await withPosts([lost], { ...given, 'posts:settled': async () => lost })
    await expect(decide(again.ask, again.out, '7b', 'send', quick)).rejects.toEqual(
      ending(/Use jobtray decide 7b0c1c1e compare/, 76),
    )
  })

  it('about what more than one post is named by does nothing', async () => {
    const { ask, out, asked } = await withPosts([lost, behind])
    await expect(decide(ask, out, '7b', 'drop', quick)).rejects.toEqual(
      refusal(`7b may be any of ${lost.id}, ${behind.id}. Write more of it.`),
    )
    expect(asked.map(([name]) => name)).toEqual(['state:read'])
  })
})

describe('post', () => {
  const options = { ...quick, dryRun: false, newId: () => behind.id, note: () => undefined }
  const jobId = 'enrichment-5f2c81d0'
  const preview = async () => ({ request: null, complaints: [], cautions: [], itemsLeft: null })

  it('behind one that nobody decided about is put in line, and says so without waiting', async () => {
    const { ask, out, asked } = await withPosts([lost], {
      'posts:preview': preview,
      'posts:put': async () => behind,
    })
    await expect(post(ask, out, 'Outfitters', jobId, { processedItems: 6 }, options)).rejects.toEqual(
      ending(
        /^An earlier report of this job is undecided \(7b0c1c1e: 5 processed\)\. Use jobtray decide 7b0c1c1e compare, then arrived, send or drop\./,
        76,
      ),
    )
    expect(asked.map(([name]) => name)).toEqual(['state:read', 'posts:preview', 'posts:put', 'state:read'])
  })

  it.each([
    [
      { fault: { kind: 'no-key', why: 'locked' } },
      /Then this is sent by itself\. Use jobtray key Outfitters --retry then; /,
    ],
    [{ fault: { kind: 'unauthorized', said: null } }, /Use jobtray key Outfitters --key-stdin\./],
    [{ connectionPaused: true }, /Use jobtray resume Outfitters\./],
    [{ fault: { kind: 'moved', status: 307, toOrigin: null } }, /Correct the address of the connection\. It is tried/],
  ] as const)('that is held by %j says what helps', async (own, words) => {
    const { ask, out } = await withPosts([], {
      'posts:preview': preview,
      'posts:put': async () => behind,
      'posts:settled': async () => ({ ...behind, ...own }),
    })
    await expect(post(ask, out, 'Outfitters', jobId, { processedItems: 6 }, options)).rejects.toEqual(ending(words, 75))
  })

  it('names the connection as one word of the shell, whatever signs it has', async () => {
    const { ask, out } = await aCommandLine({
      'state:read': async () => ({
        ...someParts({ connections: [aConnection({ name: "N'$&" })], posts: [] }),
        version: 1,
        jobs: [],
      }),
      'posts:preview': preview,
      'posts:put': async () => behind,
      'posts:settled': async () => ({ ...behind, connectionPaused: true }),
    })
    await expect(post(ask, out, "N'$&", jobId, { processedItems: 6 }, options)).rejects.toEqual(
      ending(/Use jobtray resume 'N'\\''\$&'\./, 75),
    )
  })

  it('behind one that waits for longer than the command does says until when, without waiting', async () => {
    const nextTryAt = new Date(Date.now() + 3_600_000).toISOString()
    const limited = aPost({ id: '1a', fault: { kind: 'rate-limited', retryAfterMs: 3_600_000 }, nextTryAt })
    const { ask, out, asked } = await withPosts([limited, behind], {
      'posts:preview': preview,
      'posts:put': async () => behind,
    })
    await expect(post(ask, out, 'Outfitters', jobId, { processedItems: 6 }, options)).rejects.toEqual(
      ending(/goes first\. Waits until [\d:]{8}: the server asked for it\./, 75),
    )
    expect(asked.map(([name]) => name)).not.toContain('posts:settled')
  })

  it('behind one that is held says so without waiting', async () => {
    const held = aPost({ id: '1a', fault: { kind: 'no-key', why: 'locked' } })
    const { ask, out, asked } = await withPosts([held, behind], {
      'posts:preview': preview,
      'posts:put': async () => behind,
    })
    await expect(post(ask, out, 'Outfitters', jobId, { processedItems: 6 }, options)).rejects.toEqual(
      ending(/^An earlier report of this job \(1a: 5 processed\) goes first\. Waits: the keychain is locked\./, 75),
    )
    expect(asked.map(([name]) => name)).not.toContain('posts:settled')
  })

  it('that changed nothing on the server says so', async () => {
    const before = { status: 'x' }
    const { ask, out, printed } = await withPosts([], {
      'posts:preview': preview,
      'posts:put': async () => behind,
      'posts:settled': async () => ({ ...behind, state: 'sent', before: aGlimpse(before), after: aGlimpse(before) }),
    })
    await post(ask, out, 'Outfitters', jobId, { processedItems: 6 }, options)
    expect(printed).toEqual(['Sent. The server took it and changed nothing that it shows.'])
  })

  it('of another job is not held up by it', async () => {
    const { ask, out, printed } = await withPosts([{ ...lost, ref: { connectionId: 'c1', jobId: 'other' } }], {
      'posts:preview': preview,
      'posts:put': async () => behind,
      'posts:settled': async () => ({ ...behind, state: 'sent' }),
    })
    await post(ask, out, 'Outfitters', jobId, { processedItems: 6 }, options)
    expect(printed).toEqual(['Sent. What it changed is not known.'])
  })

  it('that could not leave yet still gives scripts its id, state and fault', async () => {
    const fault = { kind: 'unreachable', cause: 'connect', reason: 'ECONNREFUSED', mayHaveArrived: false } as const
    const { ask, out, printed } = await withPosts([], {
      'posts:preview': preview,
      'posts:put': async () => behind,
      'posts:settled': async () => ({ ...behind, fault }),
    })
    await expect(
      post(ask, out, 'Outfitters', jobId, { processedItems: 6 }, { ...options, asJson: true }),
    ).rejects.toEqual(ending(/do not post it again\.$/, 75))
    expect(JSON.parse(printed.join(''))).toMatchObject({ jobId, post: { id: behind.id, state: 'waiting', fault } })
  })

  it('to an API that takes no reports says so before it looks at the id', async () => {
    const { ask, out } = await withPosts([])
    await expect(post(ask, out, 'Shop', 'no-uuid', { processedItems: 6 }, options)).rejects.toEqual(
      refusal('Retailgrid takes no reports.'),
    )
  })
})
