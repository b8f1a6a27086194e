import { bad, good, type Result } from '../../../shared/fault'
import type { HttpAnswer, HttpRequest } from '../jobs-api'
import type { Body } from './collect-body'
import { bodyKind, shownType } from './content-type'
import { maxRefusalBytes } from './limits'
import type { AnswerStart, Received } from './receive'
import { readRefusal } from './refusal'
import { httpDate, retryAfterMs } from './retry-after'
import { secretsOf, withoutSecrets } from './secrets'
import { statusFault } from './status-fault'

/** What is no good status decides by itself; a body that cannot be had then only loses its sentence. */
export const isRefusal = ({ status }: AnswerStart): boolean => status < 200 || status > 299

/** How much of an answer's body is worth reading, bytes; null: none. */
export function wantedBytes(start: AnswerStart, maxBytes: number): number | null {
  const kind = bodyKind(start.header('content-type'))
  if (isRefusal(start)) return kind === 'html' ? null : maxRefusalBytes
  return kind === 'html' || kind === 'other' ? null : maxBytes
}

export const headOf = ({ status, header }: AnswerStart) => ({ status, serverTime: httpDate(header('date')) })

/** Turns what came back into JSON or a fault. */
export function answerOf({ start, body }: Received, request: HttpRequest, now: number): Result<HttpAnswer> {
  const { status, header } = start
  const contentType = header('content-type')
  const text = body?.ok ? withoutSecrets(body.value.text, secretsOf(request.headers)) : ''
  if (isRefusal(start)) {
    return bad(
      statusFault({
        status,
        contentType,
        location: header('location'),
        retryAfterMs: retryAfterMs(header('retry-after'), header('date'), now),
        refusal: readRefusal(parsed(text)),
        url: request.url,
      }),
    )
  }
  const notTheApi = bad({ kind: 'not-the-api', contentType: shownType(contentType) })
  if (body === null) return notTheApi
  if (!body.ok) return body
  const { bytes } = body.value
  const json = parsed(text)
  if (json !== undefined) return good({ ...headOf(start), json, bytes })
  if (bodyKind(contentType) === 'unsaid' || text.trimStart().startsWith('<')) return notTheApi
  return bad({ kind: 'garbled', what: unreadable(body.value) })
}

const unreadable = (body: Body): string => (body.bytes === 0 ? 'it is empty' : 'it is not whole JSON')

/** JSON has no undefined, so that stands for what does not parse. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
