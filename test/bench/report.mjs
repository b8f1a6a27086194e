import { goals } from './goals.mjs'
import { median } from './kit/figures.mjs'

/**
 * What a group measured.
 * @typedef {object} Measured
 * @property {string} id of a goal
 * @property {readonly number[]} ours one figure a run
 * @property {{ readonly name: 'bare' | 'naive', readonly figures: readonly number[] }} [beside]
 * @property {string} [note] how it was taken, where that is not plain
 */
/** @typedef {{ readonly id: string, readonly why: string }} NotMeasured */

const spread = (/** @type {readonly number[]} */ figures) => ({
  median: median(figures),
  least: Math.min(...figures),
  most: Math.max(...figures),
  runs: figures.length,
})

/** @param {Measured | NotMeasured} measured */
export const lineOf = measured => {
  const goal = goals[measured.id]
  if (goal === undefined) throw new Error(`no goal for ${measured.id}`)
  if ('why' in measured) return { ...goal, id: measured.id, notMeasured: measured.why, verdict: 'not measured' }
  const { id, ours, beside, note } = measured
  const jobtray = spread(ours)
  const other = beside === undefined ? null : { name: beside.name, ...spread(beside.figures) }
  const figure =
    goal.rule === 'most' || other === null
      ? jobtray.median
      : goal.rule === 'ratio'
        ? jobtray.median / other.median
        : jobtray.median - other.median
  const verdict = figure <= goal.goal ? 'met' : 'MISSED'
  return { ...goal, id, jobtray, beside: other, figure, verdict, ...(note !== undefined && { note }) }
}

/** @typedef {ReturnType<typeof lineOf>} Line */

const short = (/** @type {number} */ value) =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toFixed(2)))

const figures = (/** @type {{ median: number, least: number, most: number }} */ { median, least, most }) =>
  least === most ? short(median) : `${short(median)} (${short(least)}-${short(most)})`

/** @param {Line} line */
export const textOf = line => {
  const what = line.what.padEnd(40)
  if (!('jobtray' in line)) return `${what} not measured: ${line.notMeasured}`
  const { jobtray, beside, unit, rule, goal, figure, verdict, note } = line
  const against = beside === null ? '' : `  ${beside.name} ${figures(beside)}`
  const told =
    rule === 'ratio'
      ? `${short(figure)}x, goal ${goal}x`
      : rule === 'over'
        ? `${figure < 0 ? '' : '+'}${short(figure)}, goal +${goal}`
        : `goal ${goal}`
  return `${what} ${figures(jobtray)} ${unit}${against}  ${told}  ${verdict}  n=${jobtray.runs}${note === undefined ? '' : `\n${' '.repeat(41)}${note}`}`
}
