import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { cautionSentence } from '../../shared/post-wording'
import { CopyButton } from '../parts/copy-button'
import { Segments } from '../parts/segments'
import { whyNoRequest } from './shown-preview'
import type { Preview } from './use-preview'

type Shape = 'json' | 'curl'
const shapes = [
  { value: 'json', label: 'JSON' },
  { value: 'curl', label: 'curl' },
] as const

/** What would be sent, byte for byte, and what should be known before it is. */
export function RequestPreview({ preview, trouble }: Preview) {
  const [shape, setShape] = useState<Shape>('json')
  const request = preview?.request ?? null
  const text = request === null ? '' : shape === 'json' ? request.body : request.curl
  return (
    <section aria-label="The request" className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-sm font-semibold">The exact request</h2>
        <div className="flex items-center gap-1">
          <Segments<Shape> label="Show as" value={shape} options={shapes} onChange={setShape} />
          {request !== null && (
            <CopyButton text={text} label={shape === 'json' ? 'Copy the JSON' : 'Copy the curl command'} />
          )}
        </div>
      </div>
      {request === null ? (
        <p className="text-soft">{trouble ?? whyNoRequest(preview?.complaints ?? [])}</p>
      ) : (
        <>
          {shape === 'json' && (
            <p className="font-mono text-xs break-all text-faint select-text">
              {request.method} {request.url}
            </p>
          )}
          <pre className="max-h-72 overflow-auto rounded-lg bg-side px-3 py-2 font-mono text-sm break-words whitespace-pre-wrap select-text">
            {text}
          </pre>
        </>
      )}
      {preview !== null && preview.cautions.length > 0 && (
        <ul className="flex flex-col gap-1.5 pt-1">
          {preview.cautions.map(caution => (
            <li key={caution} className="flex items-start gap-2 text-soft">
              <TriangleAlert size="0.875rem" aria-hidden className="mt-0.5 shrink-0 text-warn" />
              {cautionSentence(caution, preview.itemsLeft)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
