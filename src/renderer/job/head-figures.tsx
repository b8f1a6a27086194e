import { percentText } from '../../shared/numbers'

type Props = {
  /** Null: not known, or not of interest. */
  readonly percent: number | null
  readonly estimated: boolean
  /** `about 12–15 min left`; empty: nobody can say. */
  readonly left: string
}

/** How far a job is, and what is left. Where there is no room beside the headline both go below it, whole, and no dot is left behind. */
export const HeadFigures = ({ percent, estimated, left }: Props) =>
  (percent !== null || left !== '') && (
    <span className="inline-block max-w-full font-normal text-soft">
      {percent !== null && (
        <span className="whitespace-nowrap">
          {estimated && 'about '}
          {percentText(percent)}
          {left !== '' && ' ·'}
        </span>
      )}{' '}
      <span className="whitespace-nowrap">{left}</span>
    </span>
  )
