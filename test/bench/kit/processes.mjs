import { readdirSync, readFileSync } from 'node:fs'

/** @param {string} file @returns {string} empty when the process is gone or not ours to read */
const read = file => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The fields of /proc/<pid>/stat from the state on. @param {number | string} pid */
const stat = pid => {
  const text = read(`/proc/${pid}/stat`)
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** @param {number} pid @returns {number[]} the process and all below it */
export const tree = pid => {
  /** @type {Map<number, number[]>} */
  const children = new Map()
  for (const name of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
    const parent = Number(stat(name)[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  /** @param {number} each @returns {number[]} */
  const below = each => [each, ...(children.get(each) ?? []).flatMap(below)]
  return below(pid)
}

/**
 * Proportional set size of a process tree: shared pages are counted once, in shares.
 * @param {number} pid @returns {{ readonly mib: number, readonly processes: number }}
 */
export const memoryOf = pid => {
  const found = tree(pid).flatMap(each => {
    const pss = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${each}/smaps_rollup`))
    return pss === null ? [] : [Number(pss[1])]
  })
  return { mib: found.reduce((sum, kib) => sum + kib, 0) / 1024, processes: found.length }
}

/** Processor time of a tree so far, user and system, ms (in steps of 10). @param {number} pid */
export const cpuOf = pid =>
  tree(pid).reduce((sum, each) => {
    const fields = stat(each)
    return sum + (fields.length > 12 ? (Number(fields[11]) + Number(fields[12])) * 10 : 0)
  }, 0)
