import { setTimeout as sleep } from 'node:timers/promises'
import type { FaultRule } from '../../src/sandbox/server'
import type { Post } from '../../src/shared/outbox'
import { badAnswers, orderFor, tally } from '../wire/outbox/orders'
import { arrivalsOf } from '../wire/outbox/server-side'
import { expect, test } from './support/real-desktop'

/** `npm run crash -- --posts=500` asks for more (issue 4, proof 2). */
const posts = Number(process.env.JOBTRAY_CRASH_POSTS ?? 24)
const reports = posts - Math.ceil(posts / 25)
const jobs = Math.max(8, Math.round(posts / 8))
const kills = Math.max(4, Math.round(posts / 25))

test('posts through kills of the app itself and lost answers arrive once or are shown as unknown (fault 51)', async ({
  server,
  start,
  ask,
}) => {
  test.setTimeout(300_000 + posts * 4_000)
  const { control } = server
  for (let index = 0; index < jobs; index += 1)
    await control.merchantJob(`probe-${index}`, { status: 'in_progress', job_type: 'probe' })
  const rules = Array.from(
    { length: Math.round(posts / 3) },
    (_, index): FaultRule => ({
      match: { method: 'POST', server: 'merchantops' },
      skip: 2 * index + Math.floor(Math.random() * 3),
      count: 1,
      fault: badAnswers[index % badAnswers.length] ?? { kind: 'reset' },
    }),
  )
  let app = await start()
  const saved = await ask('connections:save', null, server.merchant, false)
  if (!saved.ok) throw new Error(saved.message)
  const orders = Array.from({ length: posts }, (_, index) => orderFor(saved.connection.id, index, { reports, jobs }))
  await control.tell('POST', '/faults', rules)

  /** Ordering again after a kill is a second click: it must be one post all the same. */
  const orderAll = async () => {
    for (const order of orders) await ask('posts:put', order, 'send')
  }
  for (let killed = 0; killed < kills; killed += 1) {
    const ordering = orderAll().catch(() => 'the app was killed meanwhile')
    await sleep(100 + Math.random() * 900)
    await app.kill()
    await ordering
    app = await start()
  }
  await orderAll()

  /** A person who follows each verdict, and drops what cannot be told. */
  const read = () => Promise.all(orders.map(({ id }) => ask('posts:settled', id, 0)))
  const decide = async (post: Post) => {
    const { verdict = null, why = null } = post.comparison ?? {}
    if (post.state === 'refused' && post.fault?.kind === 'rate-limited') await ask('posts:act', post.id, 'send-again')
    if (post.state !== 'unknown') return
    if (verdict === 'arrived') await ask('posts:act', post.id, 'take-as-arrived')
    else if (verdict === 'not-arrived') await ask('posts:act', post.id, 'send-again')
    else if (verdict === 'cannot-tell' && why !== 'too-early' && why !== 'no-look')
      await ask('posts:act', post.id, 'drop')
  }
  const isOpen = (post: Post | null) => post === null || ['waiting', 'sending', 'unknown', 'draft'].includes(post.state)
  let last = await read()
  while (last.some(isOpen)) {
    for (const post of last) if (post !== null) await decide(post).catch(() => 'it moved on meanwhile')
    await sleep(250)
    last = await read()
  }

  const sum = tally(
    last.filter(post => post !== null),
    await arrivalsOf({ ready: server.ready, tell: control.tell }),
  )
  console.log(`outbox kills: ${posts} posts, ${kills} kills of the app; ${JSON.stringify(sum)}`)
  expect(sum).toMatchObject({ doubles: 0, losses: 0 })
  expect(sum.sent).toBeGreaterThan(posts * 0.7)
})
