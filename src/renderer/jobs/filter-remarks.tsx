import { Info } from 'lucide-react'
import { useDeferredValue } from 'react'
import { viewStore } from '../state/view'
import { bareSentences } from '../words/bare-fields'
import { strangeSentences } from '../words/strange-values'
import { withoutBegun } from './begun-word'
import { queryOf } from './query'
import { useHasFocus } from './use-has-focus'
import { useStrangers } from './use-strangers'

/** What of a filter is not understood although jobs match: an exclusion that excludes nothing looks like a clean list. */
export function FilterRemarks() {
  const filter = useDeferredValue(viewStore(state => state.filter))
  // Whoever types has not ended yet, and is offered what may follow a field in a list that would lie over the remark.
  const said = useHasFocus('[role=combobox]') ? withoutBegun(filter) : filter
  const remarks = [...strangeSentences(useStrangers(filter)), ...bareSentences(queryOf(said))]
  return (
    <div role="status">
      {remarks.length > 0 && (
        <p className="flex items-start gap-2 border-b border-line px-5 py-2 text-sm whitespace-pre-line text-soft">
          <Info size="0.875rem" aria-hidden className="mt-[0.1875rem] shrink-0" />
          {remarks.join('\n')}
        </p>
      )}
    </div>
  )
}
