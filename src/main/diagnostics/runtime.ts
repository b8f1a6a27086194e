import { release } from 'node:os'

export type Runtime = { readonly versions: Readonly<Record<string, string>>; readonly memoryBytes: number }

/** What the app runs on, now. */
export function runtime(): Runtime {
  const { electron, chrome, node } = process.versions
  return {
    versions: { ...(electron && { Electron: electron }), ...(chrome && { Chrome: chrome }), Node: node, OS: release() },
    memoryBytes: process.memoryUsage.rss(),
  }
}
