import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { Desktop } from '../../../scripts/desktop/open.mjs'
import { root } from '../../../scripts/project.mjs'

const credentialsSchema = z.array(z.object({ account: z.string(), password: z.string() }))

/** Runs keytar in a process of its own on that desktop: this one is on another bus. */
const keytar = async (desktop: Desktop, call: string): Promise<unknown> => {
  const script = `require('keytar').${call}.then(value => console.log(JSON.stringify(value)))`
  const child = spawn(process.execPath, ['-e', script], { cwd: root, env: desktop.env })
  const [out, problem] = await Promise.all([text(child.stdout), text(child.stderr)])
  if (out === '') throw new Error(`keytar: ${problem}`)
  return JSON.parse(out)
}

/** What the desktop's keychain holds for Jobtray: account and password. */
export const keysKept = async (desktop: Desktop): Promise<ReadonlyMap<string, string>> =>
  new Map(
    credentialsSchema
      .parse(await keytar(desktop, "findCredentials('Jobtray')"))
      .map(({ account, password }) => [account, password]),
  )

export const deleteKey = (desktop: Desktop, account: string): Promise<unknown> =>
  keytar(desktop, `deletePassword('Jobtray', ${JSON.stringify(account)})`)
