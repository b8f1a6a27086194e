import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { jobtray, startApp } from '../kit/app.mjs'
import { onDesktop } from '../kit/desk.mjs'
import { fewest } from '../kit/figures.mjs'

const settleMs = 15_000
const watchMs = 30_000

/** @param {number} pid @returns {Promise<number>} fsyncs and fdatasyncs of all its threads meanwhile */
const fsyncsOf = async pid => {
  const tracer = spawn('strace', ['-f', '-q', '-e', 'trace=fsync,fdatasync', '-p', String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  tracer.stderr.on('data', part => {
    said += part
  })
  const ended = once(tracer, 'close')
  await wait(watchMs)
  tracer.kill('SIGINT')
  await ended
  if (/ptrace|not permitted/i.test(said)) throw new Error(said.split('\n')[0])
  // a call that another thread interrupts is printed twice, the second time as "resumed"
  return said.split('\n').filter(line => /\bf(data)?sync\(/.test(line)).length
}

/** How often the disk is waited for. @type {import('../bench.mjs').Group} */
export const disk = async ({ runs, profiles, jobs }) => {
  if (spawnSync('strace', ['-V']).status !== 0)
    return ['disk.still', 'disk.churn'].map(id => ({ id, why: 'there is no strace here' }))
  /** @param {string} told @param {number} per ms */
  const each = async (told, per) => {
    /** @type {number[]} */
    const rates = []
    for (let run = 0; run < fewest(runs); run += 1) {
      await jobs.count(told)
      await onDesktop(async desktop => {
        await profiles.lay(desktop, 1_000)
        const app = await startApp(desktop, jobtray)
        await wait(settleMs)
        rates.push(((await fsyncsOf(app.pid)) / watchMs) * per)
        await app.quit()
      })
    }
    return rates
  }
  try {
    const still = await each('moving?one-in=1000000', 60_000)
    const churn = await each('moving?one-in=1', 1_000)
    await jobs.count('moving?one-in=20')
    return [
      {
        id: 'disk.still',
        ours: still,
        note: '1,000 jobs are looked at and none moves, but one; strace of the main process',
      },
      { id: 'disk.churn', ours: churn },
    ]
  } catch (error) {
    const why = `strace could not watch: ${error instanceof Error ? error.message : error}`
    return ['disk.still', 'disk.churn'].map(id => ({ id, why }))
  }
}
