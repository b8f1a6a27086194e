// A jobs server that costs little and counts: a program of its own, told by environment, answering `/bench/...` besides.
import { createServer } from 'node:http'

/** Every so many jobs, one moves; the others stand still. */
const oneIn = 20
const total = 1_000_000
const begun = Date.now()
let haste = 1
let everyMoves = oneIn
let requests = 0
let gone = 0
/** Sockets that jobs were asked for through; the bench's own questions do not count. @type {Set<import('node:net').Socket>} */
const asking = new Set()
let mostAtOnce = 0
/** @type {Set<import('node:net').Socket>} */
const sockets = new Set()
/** @type {Map<string, number | null>} when an ending was first answered, ms since 1970 */
const endings = new Map()

/** @param {string} id */
const statusOf = id => {
  const number = Number(id.split('-')[1])
  const moves = number % everyMoves === 0
  const seconds = ((Date.now() - begun) * haste) / 1_000
  const processed = Math.min(total - 1, 1_000 + (moves ? Math.floor(seconds / 2) : 0))
  const status = endings.has(id) ? 'failed' : 'in_progress'
  return {
    job_id: id,
    status,
    progress_percentage: (processed / total) * 100,
    processed_items: processed,
    total_items: total,
    failed_items: 0,
  }
}

const errors = Array.from({ length: 5 }, (_, index) => ({
  entity_key: `SKU-${index}`,
  entity_type: 'product',
  error_type: 'validation',
  message: 'The description is longer than the channel allows.',
  timestamp: '2026-01-01T00:00:00Z',
}))
const referenceKeys = Array.from({ length: 50 }, (_, index) => ({
  entity_type: 'product',
  key: `SKU-${100_000 + index}`,
}))

/** @param {string} id */
const detailOf = id => ({
  ...statusOf(id),
  job_type: 'enrichment',
  success_rate: 100,
  warned_items: 0,
  created_at: '2026-01-01T00:00:00Z',
  started_at: '2026-01-01T00:00:05Z',
  completed_at: endings.has(id) ? new Date().toISOString() : null,
  duration_seconds: null,
  error_message: null,
  error_details: null,
  errors,
  warnings: [],
  metadata: { source: 'bench' },
  reference_keys: referenceKeys,
  triggered_by: 'bench',
})

const bytes = () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, gone)

/** @param {URL} url */
const told = url => {
  const id = url.searchParams.get('job') ?? ''
  if (url.pathname === '/bench/haste') haste = Number(url.searchParams.get('x'))
  if (url.pathname === '/bench/moving') everyMoves = Number(url.searchParams.get('one-in'))
  if (url.pathname === '/bench/fresh') mostAtOnce = asking.size
  if (url.pathname === '/bench/end') endings.set(id, null)
  if (url.pathname === '/bench/unend') endings.clear()
  return { requests, bytes: bytes(), mostAtOnce, answeredAt: endings.get(id) ?? null }
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://bench')
  const [, id = '', end] = /^\/api\/jobs\/([^/]+)(\/status)?$/.exec(url.pathname) ?? []
  const ours = url.pathname.startsWith('/bench/')
  if (!ours) {
    requests += 1
    asking.add(request.socket)
    mostAtOnce = Math.max(mostAtOnce, asking.size)
  }
  if (endings.get(id) === null) endings.set(id, Date.now())
  const body = JSON.stringify(ours ? told(url) : end === undefined ? detailOf(id) : statusOf(id))
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body)
})
server.keepAliveTimeout = 60_000
server.on('connection', socket => {
  sockets.add(socket)
  socket.on('error', () => socket.destroy())
  socket.on('close', () => {
    sockets.delete(socket)
    asking.delete(socket)
    gone += socket.bytesWritten
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})
