import { X } from 'lucide-react'
import { jobTypeName } from '../../shared/wording'
import { Choice } from '../parts/choice'
import { ServerText } from '../parts/server-text'
import { jobTypesOf } from '../state/job-types'
import { useMirror } from '../state/mirror-store'
import { plainText } from '../words/plain-text'
import { changeFrom } from './change'
import { GroupSetting } from './setting'

/** Job types that tell nothing; the ones on offer are those of the watched jobs. */
export function MutedTypes() {
  const muted = useMirror(mirror => mirror.settings.mutedTypes)
  const offered = useMirror(jobTypesOf).filter(type => !muted.includes(type))
  return (
    <GroupSetting name="Muted job types" says="Their notices go to the inbox and are not shown.">
      <div className="flex flex-wrap items-center justify-end gap-1.5">
        {muted.map(type => (
          <button
            key={type}
            type="button"
            aria-label={`Unmute ${jobTypeName(type)}`}
            onClick={() => changeFrom(now => ({ mutedTypes: now.mutedTypes.filter(other => other !== type) }))}
            className="inline-flex min-h-7 items-center gap-1 rounded-md bg-track pr-1.5 pl-2.5 hover:bg-hover"
          >
            <ServerText text={jobTypeName(type)} max={40} />
            <X size="0.8125rem" aria-hidden />
          </button>
        ))}
        {offered.length > 0 && (
          <Choice
            aria-label="Mute a job type"
            value=""
            onChange={({ target }) => changeFrom(now => ({ mutedTypes: [...now.mutedTypes, target.value] }))}
          >
            <option value="">Mute a type…</option>
            {offered.map(type => (
              <option key={type} value={type}>
                {plainText(jobTypeName(type), 60)}
              </option>
            ))}
          </Choice>
        )}
        {offered.length === 0 && muted.length === 0 && <span className="text-sm text-faint">No types seen yet</span>}
      </div>
    </GroupSetting>
  )
}
