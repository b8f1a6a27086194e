import { describe, expect, it } from 'vitest'
import { decide, outbox } from '../../src/cli/outbox'
import { aPost } from '../renderer/support/a-post'
import { refusal } from '../support/a-command-line'
import { behind, ending, lost, quick, withPosts } from './support/some-posts'

describe('outbox', () => {
  it('lists what is open, with what stands in its way', async () => {
    const { ask, out, printed } = await withPosts([lost, behind, aPost({ id: 'x', state: 'sent' })])
    await outbox(ask, out, { asJson: false, refused: false })
    expect(printed.join('\n').split('\n')).toEqual([
      'POST      CONNECTION  JOB                  WHAT         STATE    WHY',
      expect.stringMatching(
        /^7b0c1c1e {2}Outfitters {2}enrichment-5f2c81d0 {2}5 processed {2}Unknown {2}Jobtray was stopped .* It arrived, it/,
      ),
      expect.stringMatching(/^7b9d52aa .* Waiting {2}Until 7b0c1c1e is decided\.$/),
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

  it('says of what waits why, and which command helps, and that it waits once', async () => {
    const locked = aPost({ id: '1a', fault: { kind: 'no-key', why: 'locked' } })
    const { ask, out, printed } = await withPosts([locked, aPost({ id: '2b' })])
    await outbox(ask, out, { asJson: false, refused: false })
    const [, first, second] = printed.join('\n').split('\n')
    expect(first).toMatch(
      / {2}Waiting {2}The keychain is locked\. .* Use jobtray key Outfitters --retry then; to a new keychain, jobtray key Outfitters --key-stdin gives the key again\.$/,
    )
    expect(second).toMatch(/ {2}Waiting {2}Behind 1a\.$/)
    await outbox(ask, out, { asJson: true, refused: false })
    expect(JSON.parse(printed[1] ?? '')).toMatchObject([
      { why: expect.stringMatching(/^Waits: the key/) },
      { why: 'Waits behind 1a.' },
    ])
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
