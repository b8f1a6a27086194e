import { readdirSync, readFileSync } from 'node:fs'

/** @param {number} pid @returns {number[]} the process and all below it */
const tree = pid => {
  /** @type {Map<number, number[]>} */
  const children = new Map()
  for (const name of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      children.set(parent, [...(children.get(parent) ?? []), Number(name)])
    } catch {
      // ended meanwhile
    }
  }
  /** @param {number} each @returns {number[]} */
  const below = each => [each, ...(children.get(each) ?? []).flatMap(below)]
  return below(pid)
}

/**
 * Proportional set size of a process tree: shared pages are counted once, in shares.
 * @param {number} pid @returns {{ readonly mib: number, readonly processes: number }}
 */
export const proportionalMemory = pid => {
  let kib = 0
  let processes = 0
  for (const each of tree(pid)) {
    try {
      const rollup = readFileSync(`/proc/${each}/smaps_rollup`, 'utf8')
      const found = /^Pss:\s+(\d+) kB/m.exec(rollup)
      if (found === null) continue
      kib += Number(found[1])
      processes += 1
    } catch {
      // ended meanwhile, or not ours to read
    }
  }
  return { mib: kib / 1024, processes }
}

/** @param {readonly number[]} values */
export const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
