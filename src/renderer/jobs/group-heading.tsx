import { count as countText } from '../../shared/numbers'
import { type Group, groupNames } from './order'

export const GroupHeading = ({ group, count }: { readonly group: Group; readonly count: number }) => (
  <h2 className="flex items-baseline gap-2 px-5 pt-3.5 pb-1.5 text-sm font-semibold text-soft">
    {groupNames[group]}
    <span className="font-normal text-faint">{countText(count)}</span>
  </h2>
)
