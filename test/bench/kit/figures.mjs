/** @param {readonly number[]} values @returns {number} NaN for none */
export const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** @param {readonly number[]} values @param {number} share 0 to 1 @returns {number} NaN for none */
export const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

/** For what takes minutes a run: three where five are asked for. The table says how many. @param {number} runs */
export const few = runs => Math.ceil(runs / 2)

/** For what takes more than a minute a run: two where five are asked for. @param {number} runs */
export const fewest = runs => Math.ceil(runs / 3)
