import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { bad, type Fault, good, type Result } from '../../../shared/fault'
import { codeOf } from './error-fault'

export type Body = { readonly text: string; readonly bytes: number }

type Encoding = 'gzip' | 'br' | 'identity'

function encodingOf(header: string | null): Encoding | null {
  const name = header?.trim().toLowerCase() ?? ''
  if (name === '' || name === 'identity') return 'identity'
  if (name === 'gzip' || name === 'x-gzip') return 'gzip'
  return name === 'br' ? 'br' : null
}

/** Decoders work through small pieces, so that a bomb is met at the cap and not after it (reliability fault 18). */
function decoded(source: Readable, encoding: Encoding): Readable {
  if (encoding === 'identity') return source
  const decoder = encoding === 'gzip' ? createGunzip() : createBrotliDecompress()
  // The callback swallows nothing: the error also destroys the decoder and so reaches whoever reads it.
  pipeline(source, decoder, () => {})
  return decoder
}

/** zlib's own words for bytes that are no gzip or brotli; Z_BUF_ERROR means they ended too early. */
function decodingFault(error: unknown): Fault | null {
  const code = codeOf(error)
  if (code === 'Z_BUF_ERROR') {
    return { kind: 'unreachable', cause: 'cut', reason: 'the compressed answer ended early', mayHaveArrived: true }
  }
  const ofDecoder = code.startsWith('Z_') || code.startsWith('ERR__ERROR_') || code.startsWith('ERR_BROTLI')
  return ofDecoder || code.startsWith('ERR_PADDING') ? { kind: 'garbled', what: 'it cannot be decompressed' } : null
}

/**
 * Reads a body of at most `maxBytes`, counted after decompression, holding no more than that in memory; the socket is
 * dropped as soon as the cap is passed. Trouble of the connection is thrown on to the caller.
 */
export async function readBody(
  source: Readable,
  headers: { readonly encoding: string | null; readonly length: string | null },
  maxBytes: number,
): Promise<Result<Body>> {
  // After this function has lost interest, the socket's end may still raise an error that nobody awaits.
  source.on('error', () => {})
  const give = (fault: Fault) => {
    source.destroy()
    return bad(fault)
  }
  const encoding = encodingOf(headers.encoding)
  if (encoding === null) return give({ kind: 'garbled', what: 'it is compressed in a way that was not asked for' })
  if (Number(headers.length ?? 0) > maxBytes) return give({ kind: 'too-large', limitBytes: maxBytes })
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of decoded(source, encoding)) {
      const piece: Buffer = chunk
      bytes += piece.length
      if (bytes > maxBytes) return give({ kind: 'too-large', limitBytes: maxBytes })
      chunks.push(piece)
    }
  } catch (error) {
    const fault = decodingFault(error)
    if (fault === null) throw error
    return give(fault)
  }
  return good({ text: new TextDecoder().decode(Buffer.concat(chunks, bytes)), bytes })
}
