const spelled = /^(\d{1,2})(?:[:.h ]?([0-5]\d))?\s*([ap])?\.?m?\.?$/i

/** `21:30` of what a person may type for it: `21:30`, `21.30`, `2130`, `9:30 pm`, `9pm`, `21`. Null: no time of day. */
export function timeTyped(text: string): string | null {
  const [, hours, minutes = '00', half] = spelled.exec(text.trim()) ?? []
  if (hours === undefined) return null
  const hour = half === undefined ? Number(hours) : onTheHalf(Number(hours), half.toLowerCase() === 'p')
  return hour > 23 ? null : `${String(hour).padStart(2, '0')}:${minutes}`
}

/** 12 am is midnight and 12 pm is noon; 0 and 13 are on no twelve-hour clock. */
const onTheHalf = (hour: number, isAfternoon: boolean): number =>
  hour < 1 || hour > 12 ? Number.POSITIVE_INFINITY : (hour % 12) + (isAfternoon ? 12 : 0)
