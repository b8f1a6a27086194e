import { useState } from 'react'
import { capabilities } from '../../../shared/connection'
import type { PostId } from '../../../shared/outbox'
import { Choice } from '../../parts/choice'
import { Field } from '../../parts/field'
import { PageHeader } from '../../parts/page-header'
import { useMirror } from '../../state/mirror-store'
import { goTo, viewStore } from '../../state/view'
import { useWayBack } from '../use-way-back'
import { WritesOff } from '../writes-off'
import { begunCreate } from './begun-create'
import { CreateForm } from './create-form'

/** A new job, from blank or from a template. */
export function CreatePage({ postId }: { readonly postId: PostId | null }) {
  useWayBack(() => goTo({ view: 'jobs' }))
  const posts = useMirror(mirror => mirror.posts)
  const connections = useMirror(mirror => mirror.connections)
  const scope = viewStore(state => state.scope)
  const able = [...connections.values()].filter(({ vendor }) => capabilities[vendor].create)
  const [begun] = useState(() => begunCreate(posts, postId, () => crypto.randomUUID()))
  const [chosen, choose] = useState(
    () => begun.connectionId ?? able.find(({ id }) => id === scope)?.id ?? able[0]?.id ?? null,
  )
  return (
    <>
      <PageHeader title="Create a job" />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {chosen === null ? (
          <p className="px-5 py-6 text-soft">None of your connections can create jobs. MerchantOps connections can.</p>
        ) : (
          <WritesOff connectionId={chosen} bySelf>
            <CreateForm connectionId={chosen} begun={begun}>
              {able.length > 1 && (
                <Field label="Connection">
                  {wiring => (
                    <Choice
                      {...wiring}
                      value={chosen}
                      onChange={event => choose(event.target.value)}
                      className="w-full"
                    >
                      {able.map(({ id, name }) => (
                        <option key={id} value={id}>
                          {name}
                        </option>
                      ))}
                    </Choice>
                  )}
                </Field>
              )}
            </CreateForm>
          </WritesOff>
        )}
      </div>
    </>
  )
}
