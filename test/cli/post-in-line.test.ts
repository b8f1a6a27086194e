import { describe, expect, it } from 'vitest'
import { post } from '../../src/cli/post'
import { aGlimpse, aPost } from '../renderer/support/a-post'
import { aCommandLine, refusal } from '../support/a-command-line'
import { someParts } from '../support/board-parts'
import { aConnection } from '../support/builders'
import { behind, ending, lost, quick, withPosts } from './support/some-posts'

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
    ).rejects.toEqual(ending(/do not send it again\.$/, 75))
    expect(JSON.parse(printed.join(''))).toMatchObject({ jobId, post: { id: behind.id, state: 'waiting', fault } })
  })

  it('to an API that takes no reports says so before it looks at the id', async () => {
    const { ask, out } = await withPosts([])
    await expect(post(ask, out, 'Shop', 'no-uuid', { processedItems: 6 }, options)).rejects.toEqual(
      refusal('Retailgrid takes no reports.'),
    )
  })
})
