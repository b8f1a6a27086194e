import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../../../scripts/project.mjs'

/** @typedef {{ readonly requests: number, readonly bytes: number, readonly mostAtOnce: number, readonly answeredAt: number | null }} Count */

/** Starts the jobs server in a process of its own, for the whole bench. */
export const startJobs = async () => {
  const child = spawn(process.execPath, [join(root, 'test/bench/kit/job-server.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.on('exit', () => child.kill())
  const [port] = await once(createInterface({ input: child.stdout }), 'line')
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    /** @param {string} [told] such as `haste?x=20` @returns {Promise<Count>} */
    count: async (told = 'count') => (await fetch(`${url}/bench/${told}`)).json(),
  }
}

/** @typedef {Awaited<ReturnType<typeof startJobs>>} Jobs */
