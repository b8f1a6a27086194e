import type { Drafts } from './drafts'
import { nothingSought, type Sought } from './sought'

type View = { readonly drafts: Drafts; readonly sought: Sought }

const draftNames = ['watch', 'connection', 'edit'] as const
/** Shorter ones are no reason why a view is long, signs. */
const worthDropping = 1_000

/** As JSON of `most` signs at most; what does not fit is left out, the longest thing typed or pasted first. Null: even then it does not. */
export function keptText<Kept extends View>(kept: Kept, most: number): string | null {
  const text = JSON.stringify(kept)
  if (text.length <= most) return text
  const { drafts, sought } = kept
  const parts = [
    ...draftNames.map(name => ({ length: signs(drafts[name]), left: { drafts: { ...drafts, [name]: null }, sought } })),
    { length: signs(sought.text), left: { drafts, sought: { ...nothingSought } } },
  ]
  const longest = parts.reduce((most, part) => (part.length > most.length ? part : most))
  return longest.length < worthDropping ? null : keptText({ ...kept, ...longest.left }, most)
}

const signs = (value: unknown): number => JSON.stringify(value).length
