import { plainText } from '../words/plain-text'

type Props = {
  readonly text: string
  /** Characters shown at most; the rest is an ellipsis. */
  readonly max?: number
  readonly className?: string
}

/** Text from a server: never markup, never a link, and its writing direction stays inside it. */
export const ServerText = ({ text, max = 300, className }: Props) => (
  <bdi className={className}>{plainText(text, max)}</bdi>
)
