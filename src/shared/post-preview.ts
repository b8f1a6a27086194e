import type { Complaint } from './fault'
import type { ItemsLeft } from './items-left'

/** What a person should know before sending; none of these forbids it. */
export const postCautions = [
  'not-created-here',
  'cannot-be-taken-back',
  'has-ended',
  'reopens',
  'patch-names-stage',
  'patch-with-null',
  'more-than-total',
  'fewer-than-before',
  'leaves-items',
  'errors-uncounted',
] as const
export type PostCaution = (typeof postCautions)[number]

/** The exact request. The key is nowhere in it: `$JOBTRAY_KEY` stands for it. */
export type PostPreview = {
  /** Null while something is wrong with the content. */
  readonly request: {
    readonly method: 'POST'
    readonly url: string
    readonly headers: readonly { readonly name: string; readonly value: string }[]
    /** The JSON as it will be sent, byte for byte. */
    readonly body: string
    readonly curl: string
  } | null
  /** What is wrong, each under the vendor's name of the field (`error.entity_key`); '' is the whole. */
  readonly complaints: readonly Complaint[]
  readonly cautions: readonly PostCaution[]
  /** What `leaves-items` is about; else null. */
  readonly itemsLeft: ItemsLeft | null
}
