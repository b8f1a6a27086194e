import { findLists } from '../../shared/issues'
import { jobTypeName } from '../../shared/wording'
import { Choice } from '../parts/choice'
import { jobTypesOf } from '../state/job-types'
import { useMirror } from '../state/mirror-store'
import { findStore, type Sought } from '../state/sought'
import { foundAs } from '../words/found-as'
import { plainText } from '../words/plain-text'
import { SavePlaces } from './save-places'
import type { Found } from './use-found'

const all = ''

/** Which jobs are looked through and for what, and what to do with the answer; not there before something is looked for. */
export function Narrow({ sought, found }: { readonly sought: Sought; readonly found: Found }) {
  const connections = useMirror(mirror => mirror.connections)
  const types = useMirror(jobTypesOf)
  if (found.kind === 'none') return null
  return (
    <div className="flex flex-wrap items-center gap-2 px-5 pt-3">
      {(connections.size > 1 || sought.connectionId !== null) && (
        <Choice
          aria-label="Connection"
          value={sought.connectionId ?? all}
          onChange={({ target }) => findStore.setState({ connectionId: target.value === all ? null : target.value })}
        >
          <option value={all}>All connections</option>
          {[...connections.values()].map(({ id, name }) => (
            <option key={id} value={id}>
              {plainText(name, 60)}
            </option>
          ))}
        </Choice>
      )}
      {(types.length > 1 || sought.jobType !== null) && (
        <Choice
          aria-label="Type of job"
          value={sought.jobType ?? all}
          onChange={({ target }) => findStore.setState({ jobType: target.value === all ? null : target.value })}
        >
          <option value={all}>All types of jobs</option>
          {types.map(type => (
            <option key={type} value={type}>
              {plainText(jobTypeName(type), 60)}
            </option>
          ))}
        </Choice>
      )}
      <Choice
        aria-label="What became of it"
        value={sought.list ?? all}
        onChange={({ target }) => findStore.setState({ list: findLists.find(list => list === target.value) ?? null })}
      >
        <option value={all}>Failed, warned or listed</option>
        {findLists.map(list => (
          <option key={list} value={list}>
            {foundAs[list]} only
          </option>
        ))}
      </Choice>
      {found.kind === 'found' && <SavePlaces found={found} />}
    </div>
  )
}
