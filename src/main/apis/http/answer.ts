import type { Dispatcher } from 'undici'
import { bad, good, type Result } from '../../../shared/fault'
import type { HttpAnswer, HttpRequest } from '../jobs-api'
import { bodyKind, shownType } from './content-type'
import { maxRefusalBytes } from './limits'
import { type Body, readBody } from './read-body'
import { readRefusal } from './refusal'
import { httpDate, retryAfterMs } from './retry-after'
import { secretsOf, withoutSecrets } from './secrets'
import { statusFault } from './status-fault'

type Response = Pick<Dispatcher.ResponseData, 'statusCode' | 'headers' | 'body'>

/** Turns what came back into JSON or a fault. Throws only for trouble of the connection during a good answer. */
export async function readAnswer(response: Response, request: HttpRequest, now: number): Promise<Result<HttpAnswer>> {
  const header = (name: string): string | null => [response.headers[name]].flat()[0] ?? null
  const secrets = secretsOf(request.headers)
  const read = (maxBytes: number) =>
    readBody(response.body, { encoding: header('content-encoding'), length: header('content-length') }, maxBytes).then(
      body => (body.ok ? good({ ...body.value, text: withoutSecrets(body.value.text, secrets) }) : body),
    )

  const head = { status: response.statusCode, serverTime: httpDate(header('date')) }
  request.onAnswer?.(head)
  const contentType = header('content-type')
  const kind = bodyKind(contentType)
  const notTheApi = bad({ kind: 'not-the-api', contentType: shownType(contentType) })

  if (response.statusCode < 200 || response.statusCode > 299) {
    // The status has decided; a body that cannot be had only loses its sentence.
    const body = kind === 'html' ? drop(response) : await read(maxRefusalBytes).catch(() => null)
    return bad(
      statusFault({
        status: response.statusCode,
        contentType,
        location: header('location'),
        retryAfterMs: retryAfterMs(header('retry-after'), header('date'), now),
        refusal: readRefusal(body?.ok ? parsed(body.value.text) : undefined),
        url: request.url,
      }),
    )
  }
  if (kind === 'html' || kind === 'other') {
    drop(response)
    return notTheApi
  }
  const body = await read(request.maxBytes)
  if (!body.ok) return body
  const json = parsed(body.value.text)
  if (json !== undefined) {
    return good({ ...head, json, bytes: body.value.bytes })
  }
  if (kind === 'unsaid' || body.value.text.trimStart().startsWith('<')) return notTheApi
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

/** Lets go of a body nobody reads, and of its socket. */
function drop(response: Response): null {
  response.body.on('error', () => {})
  response.body.destroy()
  return null
}
