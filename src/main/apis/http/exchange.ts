import { bad, type Result } from '../../../shared/fault'
import type { HttpAnswer, HttpRequest } from '../jobs-api'
import { answerOf, headOf, isRefusal, wantedBytes } from './answer'
import type { Dispatchers } from './dispatchers'
import { errorFault } from './error-fault'
import type { TimeLimits } from './limits'
import { receive } from './receive'

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

const outOfTimeError = new Error('out of time')

/** One request and its answer, within the total time. Never follows a redirect and never throws. */
export async function exchange(request: HttpRequest, means: Means): Promise<Attempt> {
  const url = new URL(request.url)
  let started = false
  let answered = false
  let outOfTime = false
  let timer: NodeJS.Timeout | undefined
  try {
    const dispatcher = await means.dispatchers.get(means.proxy)
    const { method, body = null, maxBytes, onAnswer } = request
    const { headersMs: headersTimeout, bodyIdleMs: bodyTimeout } = means.limits
    const asked = { origin: url.origin, path: url.pathname + url.search, method, headers: means.headers, body }
    const { received, stop } = receive(
      dispatcher,
      // Said each time: undici's way through a SOCKS proxy takes no limits of its own (7.30).
      { ...asked, headersTimeout, bodyTimeout },
      {
        onSend: () => {
          started = true
        },
        wants: start => {
          answered = true
          onAnswer?.(headOf(start))
          return wantedBytes(start, maxBytes)
        },
        decides: isRefusal,
      },
    )
    timer = setTimeout(() => {
      outOfTime = true
      stop(outOfTimeError)
    }, means.limits.totalMs)
    return { result: answerOf(await received, request, means.now()), staleSocket: false }
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
