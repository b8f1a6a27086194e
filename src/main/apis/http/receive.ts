import type { Dispatcher } from 'undici'
import type { Result } from '../../../shared/fault'
import { type Body, type Collector, collectBody } from './collect-body'

export type AnswerStart = {
  readonly status: number
  /** The first value of a header, by its name in lower case. */
  readonly header: (name: string) => string | null
}

/** Null: nobody wanted the body, or it was lost after a status that decides by itself. */
export type Received = { readonly start: AnswerStart; readonly body: Result<Body> | null }

export type Receiver = {
  /** Just before the first byte of the request goes to a socket. */
  readonly onSend: () => void
  /** How much of the body is wanted, bytes; null: none. */
  readonly wants: (start: AnswerStart) => number | null
  /** Whether the answer is one even without its body. */
  readonly decides: (start: AnswerStart) => boolean
}

export type Receiving = {
  /** Refused for trouble of the connection. */
  readonly received: Promise<Received>
  /** Ends it at once, wherever it is; also while it waits for a socket, which a mute proxy can put off for ever. */
  stop(reason: Error): void
}

const notWanted = new Error('not wanted')

/**
 * One request through undici's own callbacks: its streams, signals and interceptors would cost as much again as all the
 * rest of a look.
 */
export function receive(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  { onSend, wants, decides }: Receiver,
): Receiving {
  let controller: Dispatcher.DispatchController | null = null
  let collector: Collector | null = null
  let start: AnswerStart | null = null
  let stopped: Error | null = null
  let ended = false
  let fail: (reason: unknown) => void = () => undefined

  const received = new Promise<Received>((resolve, reject) => {
    fail = reason => {
      collector?.drop()
      if (start !== null && decides(start)) resolve({ start, body: null })
      else reject(reason)
    }
    dispatcher.dispatch(options, {
      onRequestStart(own) {
        if (stopped !== null) return own.abort(stopped)
        controller = own
        onSend()
      },
      onResponseStart(own, status, headers) {
        if (status < 200) return
        const answer = { status, header: (name: string) => [headers[name]].flat()[0] ?? null }
        start = answer
        const maxBytes = wants(answer)
        const give = (body: Result<Body> | null) => {
          resolve({ start: answer, body })
          collector = null
          if (!ended) own.abort(notWanted)
        }
        if (maxBytes === null) return give(null)
        const size = { encoding: answer.header('content-encoding'), length: answer.header('content-length') }
        collector = collectBody(size, maxBytes, give)
      },
      onResponseData(own, piece) {
        if (collector !== null && !collector.take(piece, () => own.resume())) own.pause()
      },
      onResponseEnd() {
        ended = true
        collector?.end()
      },
      onResponseError: (_own, error) => fail(error),
    })
  })

  return {
    received,
    stop(reason) {
      stopped = reason
      fail(reason)
      controller?.abort(reason)
    },
  }
}
