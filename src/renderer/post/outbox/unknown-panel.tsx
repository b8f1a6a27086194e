import { CircleHelp } from 'lucide-react'
import type { Comparison, Evidence } from '../../../shared/comparison'
import type { Post } from '../../../shared/outbox'
import { postSentence, verdictNames, verdictReason } from '../../../shared/post-wording'
import { cx } from '../../parts/class-names'
import { Ago } from '../../parts/moment'
import { ServerText } from '../../parts/server-text'
import { PostActs } from './post-acts'
import { postHeading } from './run-words'

/** A post that nobody answered: what was sent, what the job says about it, and the decision, which is a person's. */
export function UnknownPanel({ post }: { readonly post: Post }) {
  return (
    <section
      aria-label="A post that may have arrived"
      className="flex flex-col gap-3 rounded-lg px-3.5 py-3 inset-ring inset-ring-edge forced-colors:border"
    >
      <div className="flex items-start gap-2">
        <CircleHelp size="1.125rem" aria-hidden className="mt-px shrink-0 text-warn" />
        <div className="min-w-0">
          <h3 className="font-semibold break-words">
            <ServerText text={postHeading(post)} max={200} />
          </h3>
          <p role="status" className="break-words text-soft">
            <ServerText text={postSentence(post)} max={400} />
          </p>
        </div>
      </div>
      <Sent post={post} />
      {post.comparison === null ? (
        <p className="text-soft">The job has not been read since. Compare to see what it says.</p>
      ) : (
        <Compared comparison={post.comparison} />
      )}
      <PostActs post={post} />
    </section>
  )
}

const Sent = ({ post }: { readonly post: Post }) => (
  <details className="text-sm">
    <summary className="w-fit rounded text-soft hover:text-ink">
      What was sent{post.sentAt !== null && <> · </>}
      {post.sentAt !== null && <Ago iso={post.sentAt} />}
    </summary>
    <pre className="mt-1.5 max-h-48 overflow-auto rounded-md bg-side px-3 py-2 font-mono break-words whitespace-pre-wrap select-text">
      {JSON.stringify(post.content.input, null, 2)}
    </pre>
  </details>
)

const tones: Readonly<Record<Evidence['says'], string>> = {
  arrived: 'arrived',
  'not-arrived': 'not arrived',
  nothing: 'says nothing',
}

function Compared({ comparison }: { readonly comparison: Comparison }) {
  const { verdict, evidence, at } = comparison
  return (
    <div className="flex flex-col gap-2">
      <p>
        <strong className={cx('font-semibold', verdict === 'cannot-tell' && 'text-warn')}>
          {verdictNames[verdict]}.
        </strong>{' '}
        {verdictReason(comparison)}{' '}
        <span className="text-faint">
          Compared <Ago iso={at} />.
        </span>
      </p>
      {evidence.length > 0 && (
        <div className="overflow-x-auto">
          <table className="w-full text-left text-sm @max-lg/page:table-fixed">
            <thead className="text-faint">
              <tr>
                {['Field', 'Before', 'Wanted', 'Now', 'So'].map(name => (
                  <th key={name} scope="col" className="pr-2.5 pb-1 font-normal whitespace-nowrap">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {evidence.map(({ field, before, wanted, now, says }) => (
                <tr key={field} className="border-t border-line align-baseline">
                  <th scope="row" className="py-1 pr-2.5 font-mono font-normal break-words text-soft">
                    <ServerText text={field} max={60} />
                  </th>
                  {[
                    ['before', before],
                    ['wanted', wanted],
                    ['now', now],
                  ].map(([name, value]) => (
                    <td key={name} className="max-w-48 py-1 pr-2.5 break-words select-text">
                      <ServerText text={value ?? ''} max={120} />
                    </td>
                  ))}
                  <td className={cx('py-1 @lg/page:whitespace-nowrap', says === 'nothing' && 'text-faint')}>
                    {tones[says]}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
