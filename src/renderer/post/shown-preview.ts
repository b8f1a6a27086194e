import type { Complaint } from '../../shared/fault'
import type { PostPreview } from '../../shared/post-preview'

/** A text that cannot be read is left out of the post, so main cannot know of it: no request is shown while there is one. */
export const previewWith = (unreadable: readonly Complaint[], preview: PostPreview | null): PostPreview | null =>
  unreadable.length === 0
    ? preview
    : {
        request: null,
        complaints: [...unreadable, ...(preview?.complaints ?? []).filter(({ at }) => at !== '')],
        cautions: preview?.cautions ?? [],
        itemsLeft: preview?.itemsLeft ?? null,
      }

/** Why there is no request to show; '' before main has answered. */
export const whyNoRequest = (complaints: readonly Complaint[]): string => {
  const whole = complaints.find(({ at }) => at === '')
  return whole?.message ?? (complaints.length === 0 ? '' : 'It is shown as soon as every field can be sent.')
}
