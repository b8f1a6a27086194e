import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeptJobs } from '../sandbox/server'

type Job = Parameters<KeptJobs['keep']>[0]

/** Where the demo keeps what a person made in it, a file for each job, beside `demo.json`. */
const folderIn = (profile: string): string => join(profile, 'demo-jobs')

const nameOf = (jobId: string): string => `${createHash('sha256').update(jobId).digest('hex').slice(0, 32)}.json`

/** So many at most: an hour after their end the sandbox lets jobs go as well. */
const most = 500

/**
 * The jobs that were made or reported on in this life of the demo: a kill at any moment loses none that was answered for.
 * A disk that refuses costs no more than that.
 */
export function demoJobs(profile: string): KeptJobs & { readonly clear: () => void } {
  const folder = folderIn(profile)
  return {
    get before() {
      return namesIn(folder).flatMap(name => readJob(join(folder, name)))
    },
    keep(job) {
      const file = join(folder, nameOf(job.job_id))
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        // In one piece or not at all.
        writeFileSync(`${file}.new`, JSON.stringify(job), { mode: 0o600 })
        renameSync(`${file}.new`, file)
      } catch {
        // As said.
      }
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter(name => name.endsWith('.json'))
      .slice(0, most)
  } catch {
    return []
  }
}

/** What it wrote itself is read as that; anything else is passed over. */
function readJob(file: string): readonly Job[] {
  try {
    const job: Job = JSON.parse(readFileSync(file, 'utf8'))
    return typeof job.job_id === 'string' && typeof job.status === 'string' && Array.isArray(job.errors) ? [job] : []
  } catch {
    return []
  }
}
