import type { NoticeView, Place } from '../../shared/snapshot'
import { type ConnectionName, digestWords, perhapsBefore, summaryWords } from '../../shared/summary-words'
import type { Told } from './told'

/** What is shown as one notification: one notice, or many in one. */
export type Card = {
  readonly title: string
  readonly body: string
  /** Where a click leads. */
  readonly place: Place
  /** The notices it stands for, by id. */
  readonly ids: readonly number[]
  /** What the ledger says of them when it was shown. */
  readonly shown: Extract<Told, 'shown' | 'shown in a summary' | 'shown in a digest'>
}

export const singleCard = ({ id, title, body, ref, kind }: NoticeView): Card => ({
  title,
  body,
  place: kind === 'post' ? { view: 'outbox' } : ref === null ? { view: 'inbox' } : { view: 'job', ref },
  ids: [id],
  shown: 'shown',
})

/** What waited in a burst. */
export const summaryCard = (notices: readonly NoticeView[], nameOf: ConnectionName): Card =>
  many(summaryWords(notices, nameOf), notices, notices.some(isMarked), 'shown in a summary')

/** `isAgain`: an earlier run was stopped while it showed some of these. */
export const digestCard = (notices: readonly NoticeView[], isAgain: boolean, nameOf: ConnectionName): Card =>
  many(digestWords(notices, nameOf), notices, isAgain, 'shown in a digest')

const many = (
  { title, body }: Pick<Card, 'title' | 'body'>,
  notices: readonly NoticeView[],
  isAgain: boolean,
  shown: Card['shown'],
): Card => ({
  title,
  body: isAgain ? `${body}\n${perhapsBefore}` : body,
  place: { view: 'inbox' },
  ids: notices.map(({ id }) => id),
  shown,
})

/** Says already that it was perhaps told before. */
export const isMarked = ({ body }: NoticeView): boolean => body.endsWith(perhapsBefore)
