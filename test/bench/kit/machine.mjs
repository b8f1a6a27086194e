import { readdirSync, readFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem } from 'node:os'
import { runtime } from './desk.mjs'

const governor = () => {
  try {
    return readFileSync('/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor', 'utf8').trim()
  } catch {
    return 'unknown'
  }
}

/** Processes of this Electron, ours or not. Others of the same binary share their pages with ours, so that PSS shows less than it is. */
export const electrons = () =>
  readdirSync('/proc').filter(name => {
    if (!/^\d+$/.test(name)) return false
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').startsWith(runtime.executable)
    } catch {
      return false
    }
  }).length

/** What the figures were taken on. */
export const machine = () => ({
  processor: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`,
  governor: governor(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `Linux ${release()}`,
  electron: runtime.version,
  node: process.versions.node,
  display: 'Xvfb, software rendering, private D-Bus session',
  otherElectrons: electrons(),
  loadAtStart: Number(loadavg()[0]?.toFixed(1)),
})
