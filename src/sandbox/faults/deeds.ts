import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { SandboxClock } from '../clock'
import { bigBody, deepJson, gzipBomb, htmlPage } from './bodies'
import type { Fault } from './rule'

export type FaultDeeds = {
  /** Real ms; ends early when the sandbox closes. */
  readonly wait: (ms: number) => Promise<void>
  /** Does what the fault says; `answer` is what would have been answered without it. */
  readonly commit: (fault: Fault, outgoing: ServerResponse, answer: () => Promise<Response>) => Promise<Response>
  readonly stop: () => void
}

const JSON_TYPE = { 'Content-Type': 'application/json' }

export function createFaultDeeds(clock: SandboxClock): FaultDeeds {
  const closing = new AbortController()
  const wait = async (ms: number) => {
    await sleep(ms, undefined, { signal: closing.signal }).catch(() => undefined)
  }

  const commit: FaultDeeds['commit'] = async (fault, outgoing, answer) => {
    switch (fault.kind) {
      case 'answer':
        return givenAnswer(fault, clock)
      case 'delay':
        await wait(fault.ms)
        return await answer()
      case 'slow-body':
        return await slowly(await answer(), outgoing, fault.bytes, () => wait(fault.every_ms))
      case 'cut':
        return await cut(await answer(), outgoing, fault.after_bytes)
      case 'reset':
        outgoing.socket?.resetAndDestroy()
        return RESPONSE_ALREADY_SENT
      case 'html':
        return new Response(htmlPage, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
      case 'truncated-json': {
        const text = await (await answer()).text()
        return new Response(text.slice(0, Math.floor(text.length / 2)), { headers: JSON_TYPE })
      }
      case 'deep-json':
        return new Response(deepJson(fault.depth), { headers: JSON_TYPE })
      case 'gzip-bomb':
        return await streamed(outgoing, { ...JSON_TYPE, 'Content-Encoding': 'gzip' }, gzipBomb(fault.megabytes))
      case 'big-body':
        return await streamed(outgoing, JSON_TYPE, bigBody(fault.megabytes))
      case 'redirect':
        return new Response(null, { status: fault.status, headers: { Location: fault.to } })
      case 'drop-after-apply':
        await answer()
        outgoing.socket?.destroy()
        return RESPONSE_ALREADY_SENT
    }
  }

  return { wait, commit, stop: () => closing.abort() }
}

function givenAnswer(fault: Extract<Fault, { kind: 'answer' }>, clock: SandboxClock): Response {
  const headers = new Headers(fault.headers)
  if (fault.retry_after) {
    const { form, seconds } = fault.retry_after
    const date = new Date(clock.told() + seconds * 1000).toUTCString()
    headers.set('Retry-After', form === 'seconds' ? String(seconds) : date)
  }
  if (typeof fault.body !== 'string' && !headers.has('content-type')) headers.set('Content-Type', 'application/json')
  const empty = [204, 205, 304].includes(fault.status) || fault.body === undefined
  const body = typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body)
  return new Response(empty ? null : body, { status: fault.status, headers })
}

/** The whole answer with its true length, so that a client knows it is not at the end. */
async function begun(answer: Response, outgoing: ServerResponse): Promise<Buffer> {
  const body = Buffer.from(await answer.arrayBuffer())
  outgoing.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': String(body.length) })
  return body
}

async function slowly(answer: Response, outgoing: ServerResponse, bytes: number, pause: () => Promise<void>) {
  const body = await begun(answer, outgoing)
  outgoing.flushHeaders()
  for (let from = 0; from < body.length && !outgoing.destroyed; from += bytes) {
    await pause()
    outgoing.write(body.subarray(from, from + bytes))
  }
  outgoing.end()
  return RESPONSE_ALREADY_SENT
}

async function cut(answer: Response, outgoing: ServerResponse, after: number) {
  const body = await begun(answer, outgoing)
  // Never the whole of it, or nothing would be cut.
  outgoing.write(body.subarray(0, Math.min(after, body.length - 1)), () => outgoing.socket?.destroy())
  return RESPONSE_ALREADY_SENT
}

async function streamed(outgoing: ServerResponse, headers: Record<string, string>, chunks: Iterable<Buffer>) {
  outgoing.writeHead(200, headers)
  for (const chunk of chunks) {
    if (outgoing.destroyed) break
    if (!outgoing.write(chunk)) await drained(outgoing)
  }
  outgoing.end()
  return RESPONSE_ALREADY_SENT
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      outgoing.off('drain', done)
      outgoing.off('close', done)
      resolve()
    }
    outgoing.on('drain', done)
    outgoing.on('close', done)
  })
}
