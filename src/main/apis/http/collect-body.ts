import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { bad, type Fault, good, type Result } from '../../../shared/fault'
import { codeOf } from './error-fault'

export type Body = { readonly text: string; readonly bytes: number }

/** Takes a body piece by piece and calls back once: with the body, or with why it cannot be had. */
export type Collector = {
  /** Calls `onDrain` when there is room again, if it gives back false. */
  take(piece: Buffer, onDrain: () => void): boolean
  /** All of it has come. */
  end(): void
  /** No more will come, and nobody waits for it. */
  drop(): void
}

type Given = (result: Result<Body>) => void

const utf8 = new TextDecoder()
const tooLarge = (limitBytes: number): Fault => ({ kind: 'too-large', limitBytes })

/**
 * Holds at most `maxBytes`, counted after decompression; what is more is given up as soon as it is met (reliability
 * fault 18). `length`: what the answer says of itself.
 */
export function collectBody(
  { encoding, length }: { readonly encoding: string | null; readonly length: string | null },
  maxBytes: number,
  give: Given,
): Collector | null {
  if (Number(length ?? 0) > maxBytes) {
    give(bad(tooLarge(maxBytes)))
    return null
  }
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return plain(maxBytes, give)
    case 'gzip':
    case 'x-gzip':
      return decoding(createGunzip(), maxBytes, give)
    case 'br':
      return decoding(createBrotliDecompress(), maxBytes, give)
    default:
      give(bad({ kind: 'garbled', what: 'it is compressed in a way that was not asked for' }))
      return null
  }
}

/** Most answers are one piece: a stream for each would cost more than all the rest of a look. */
function plain(maxBytes: number, give: Given): Collector {
  let pieces: Buffer[] = []
  let bytes = 0
  return {
    take(piece) {
      bytes += piece.length
      pieces.push(piece)
      if (bytes > maxBytes) {
        pieces = []
        give(bad(tooLarge(maxBytes)))
      }
      return true
    },
    end() {
      const [only] = pieces
      give(good({ text: utf8.decode(pieces.length === 1 ? only : Buffer.concat(pieces, bytes)), bytes }))
    },
    drop() {
      pieces = []
    },
  }
}

/** Decoders work through small pieces, so that a bomb is met at the cap and not after it. */
function decoding(decoder: ReturnType<typeof createGunzip>, maxBytes: number, give: Given): Collector {
  const decoded = plain(maxBytes, result => {
    // Also when what was packed has ended and more follows that belongs to nothing.
    decoder.destroy()
    give(result)
  })
  decoder.on('data', (piece: Buffer) => void decoded.take(piece, () => undefined))
  decoder.on('end', () => decoded.end())
  decoder.on('error', error => give(bad(decodingFault(error))))
  let isEmpty = true
  return {
    take(piece, onDrain) {
      isEmpty = false
      if (decoder.write(piece)) return true
      decoder.once('drain', onDrain)
      return false
    },
    end() {
      // Of nothing, the decoder would say that it was cut (a 204, most often).
      if (isEmpty) decoded.end()
      else decoder.end()
    },
    drop: () => void decoder.destroy(),
  }
}

/** Z_BUF_ERROR means that the bytes ended too early; any other that they are no gzip or brotli. */
const decodingFault = (error: unknown): Fault =>
  codeOf(error) === 'Z_BUF_ERROR'
    ? { kind: 'unreachable', cause: 'cut', reason: 'the compressed answer ended early', mayHaveArrived: true }
    : { kind: 'garbled', what: 'it cannot be decompressed' }
