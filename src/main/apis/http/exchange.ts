import type { Dispatcher } from 'undici'
import { bad, type Result } from '../../../shared/fault'
import type { HttpAnswer, HttpRequest } from '../jobs-api'
import { readAnswer } from './answer'
import type { Dispatchers } from './dispatchers'
import { errorFault } from './error-fault'
import type { TimeLimits } from './limits'

export type Attempt = {
  readonly result: Result<HttpAnswer>
  /** A kept socket was closed under the request, before any answer: a read may simply be made again. */
  readonly staleSocket: boolean
}

export type Means = {
  readonly dispatchers: Dispatchers
  readonly limits: TimeLimits
  readonly proxy: string | null
  readonly headers: Readonly<Record<string, string>>
  readonly now: () => number
}

/** Calls `mark` just before the first byte of the request goes to a socket. */
const marking =
  (mark: () => void): Dispatcher.DispatcherComposeInterceptor =>
  dispatch =>
  (options, handler) =>
    dispatch(options, {
      onRequestStart(controller, context) {
        mark()
        handler.onRequestStart?.(controller, context)
      },
      onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
      onResponseStart: (...args) => handler.onResponseStart?.(...args),
      onResponseData: (...args) => handler.onResponseData?.(...args),
      onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
      onResponseError: (...args) => handler.onResponseError?.(...args),
    })

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

/** One request and its answer, within the total time. Never follows a redirect and never throws. */
export async function exchange(request: HttpRequest, means: Means): Promise<Attempt> {
  const url = new URL(request.url)
  const abort = new AbortController()
  let started = false
  let answered = false
  let outOfTime = false
  let timer: NodeJS.Timeout | undefined
  try {
    const dispatcher = await means.dispatchers.get(means.proxy)
    timer = setTimeout(() => {
      outOfTime = true
      abort.abort()
    }, means.limits.totalMs)
    const marked = dispatcher.compose(
      marking(() => {
        started = true
      }),
    )
    const response = await Promise.race([
      marked.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: request.method,
        headers: means.headers,
        body: request.body ?? null,
        signal: abort.signal,
      }),
      // undici heeds the signal only once a socket is there, which a mute proxy can put off for ever.
      aborted(abort.signal),
    ])
    answered = true
    return { result: await readAnswer(response, request, means.now()), staleSocket: false }
  } catch (error) {
    const at = { started, outOfTime, secure: url.protocol === 'https:', proxied: means.proxy !== null }
    return {
      result: bad(errorFault(error, at, means.limits)),
      staleSocket: started && !answered && !outOfTime && means.dispatchers.wasWorn(error),
    }
  } finally {
    clearTimeout(timer)
  }
}
