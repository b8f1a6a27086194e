import { Info } from 'lucide-react'
import { useDeferredValue } from 'react'
import { viewStore } from '../state/view'
import { strangeSentences } from '../words/strange-values'
import { useStrangers } from './use-strangers'

/** What of a filter is not understood although jobs match: an exclusion that excludes nothing looks like a clean list. */
export function FilterRemarks() {
  const strangers = useStrangers(useDeferredValue(viewStore(state => state.filter)))
  return (
    <div role="status">
      {strangers.length > 0 && (
        <p className="flex items-start gap-2 border-b border-line px-5 py-2 text-sm whitespace-pre-line text-soft">
          <Info size="0.875rem" aria-hidden className="mt-[0.1875rem] shrink-0" />
          {strangeSentences(strangers).join('\n')}
        </p>
      )}
    </div>
  )
}
