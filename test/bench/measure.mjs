import { cpu } from './groups/cpu.mjs'
import { delay } from './groups/delay.mjs'
import { disk } from './groups/disk.mjs'
import { list } from './groups/list.mjs'
import { memory } from './groups/memory.mjs'
import { notice } from './groups/notice.mjs'
import { opening } from './groups/opening.mjs'
import { sizes } from './groups/sizes.mjs'
import { start } from './groups/start.mjs'
import { traffic } from './groups/traffic.mjs'
import { startJobs } from './kit/jobs.mjs'
import { machine } from './kit/machine.mjs'
import { keepProfiles } from './kit/profiles.mjs'
import { lineOf, textOf } from './report.mjs'

/** @typedef {{ readonly runs: number, readonly profiles: import('./kit/profiles.mjs').Profiles, readonly jobs: import('./kit/jobs.mjs').Jobs }} Means */
/** @typedef {(means: Means) => Promise<readonly (import('./report.mjs').Measured | import('./report.mjs').NotMeasured)[]>} Group */

/** @type {Readonly<Record<string, readonly Group[]>>} */
const groups = {
  start: [start],
  memory: [memory],
  cpu: [cpu, delay],
  disk: [disk],
  traffic: [traffic],
  notice: [notice],
  window: [opening, list],
  size: [sizes],
}

/**
 * Runs the groups and prints what they measured.
 * @param {{ readonly only: string | null, readonly runs: number, readonly asJson: boolean }} wanted
 */
export const measure = async ({ only, runs, asJson }) => {
  const jobs = await startJobs()
  const means = { runs, jobs, profiles: keepProfiles(jobs) }
  const described = machine()
  const begun = performance.now()
  if (!asJson)
    console.log(
      `${Object.entries(described)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')}; medians, least and most of n runs`,
    )
  const lines = []
  for (const [name, parts] of Object.entries(groups)) {
    if (only !== null && only !== name) continue
    for (const part of parts) {
      for (const measured of await part(means)) {
        const line = lineOf(measured)
        lines.push(line)
        if (!asJson) console.log(textOf(line))
      }
    }
  }
  if (asJson) console.log(JSON.stringify({ machine: described, runs, lines }, null, 2))
  else {
    const missed = lines.filter(({ verdict }) => verdict === 'MISSED').length
    console.log(`${missed} missed of ${lines.length}, in ${Math.round((performance.now() - begun) / 60_000)} minutes`)
  }
}
