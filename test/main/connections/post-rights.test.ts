import { expect, it } from 'vitest'
import { createPostRights } from '../../../src/main/connections/post-rights'
import { aDesk } from '../../support/a-desk'
import { aForm } from '../../support/a-form'
import { sendJson, serve } from '../../wire/server'

/** A connection whose server answers reads with 404 and posts with what `post` says. */
async function connected(post: { status: number }) {
  const server = await serve((request, response) =>
    sendJson(response, request.method === 'POST' ? post.status : 404, { detail: 'Missing permission: job:create' }),
  )
  const made = await aDesk()
  await made.desk.save(null, aForm({ baseUrl: server.origin }), false)
  const ask = createPostRights({ board: made.board, reader: made.desk.reader, clock: made.clock })
  const posts = () => server.seen.filter(({ method }) => method === 'POST').length
  return { ...made, server, ask, posts }
}

it('a key that only reads is known before anything was posted, and asked about once', async () => {
  const { ask, posts, only } = await connected({ status: 403 })
  await ask('c1')
  await ask('c1')
  expect(posts()).toBe(1)
  expect(only().writeFault).toMatchObject({ fault: { kind: 'forbidden', permission: 'job:create' } })
  expect(only().fault).toBeNull()
})

it('another key is asked about anew, and what it may is said', async () => {
  const post = { status: 403 }
  const { ask, posts, only, desk, server } = await connected(post)
  await ask('c1')
  post.status = 404
  await desk.save('c1', aForm({ baseUrl: server.origin, key: 'another-key' }), false)
  await ask('c1')
  expect(posts()).toBe(2)
  expect(only()).not.toHaveProperty('writeFault')
})

it('an answer that tells nothing is no answer: the next form asks again', async () => {
  const post = { status: 503 }
  const { ask, posts, only } = await connected(post)
  await ask('c1')
  expect(only()).not.toHaveProperty('writeFault')
  post.status = 403
  await ask('c1')
  expect(posts()).toBe(2)
  expect(only().writeFault).toBeDefined()
})

it('a connection in trouble, or that is paused by a person or its server, is not asked', async () => {
  const { ask, posts, board, only } = await connected({ status: 403 })
  board.putConnection({ ...only(), paused: true })
  await ask('c1')
  board.putConnection({ ...only(), paused: false, fault: { fault: { kind: 'unauthorized', said: null }, since: '' } })
  await ask('c1')
  board.putConnection({ ...only(), fault: null, waitsUntil: '2999-01-01T00:00:00.000Z' })
  await ask('c1')
  await ask('nobody')
  expect(posts()).toBe(0)
})
