import type { PostContent } from '../../shared/outbox'
import type { PostPreview } from '../../shared/post-preview'
import { cautionSentence } from '../../shared/post-wording'
import { askFirst } from '../state/view'

/** Completing and failing are asked for first, with everything else that speaks against it (api-notes E26). */
export async function agreedTo(
  content: PostContent,
  { cautions, itemsLeft }: Pick<PostPreview, 'cautions' | 'itemsLeft'>,
): Promise<boolean> {
  if (!cautions.includes('cannot-be-taken-back') || content.kind !== 'progress') return true
  const fails = content.input.transition?.kind === 'fail'
  return askFirst({
    title: fails ? 'Fail this job?' : 'Complete this job?',
    text: cautions
      .toSorted((a, b) => Number(b === 'cannot-be-taken-back') - Number(a === 'cannot-be-taken-back'))
      .map(caution => cautionSentence(caution, itemsLeft))
      .join(' '),
    act: fails ? 'Fail the job' : 'Complete the job',
    danger: fails,
  })
}
