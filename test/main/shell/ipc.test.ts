import type { IpcMainInvokeEvent } from 'electron'
import { describe, expect, it } from 'vitest'
import { answerRequests, type IpcMainLike } from '../../../src/main/shell/ipc'
import { requestSchemas } from '../../../src/shared/ipc'

type Listener = Parameters<IpcMainLike['handle']>[1]

/** Stands for Electron's ipcMain; `ask` is what a page would do. */
function anIpc(trusted: boolean) {
  const listeners = new Map<string, Listener>()
  const asked: (readonly [string, unknown])[] = []
  answerRequests(
    { handle: (name, listener) => void listeners.set(name, listener) },
    () => trusted,
    async (name, args) => {
      asked.push([name, args])
      return { ok: true, value: 'answered' }
    },
  )
  // The event is only handed on to the check of who asks.
  const event: IpcMainInvokeEvent = Object.create(null)
  return { listeners, asked, ask: (name: string, ...args: unknown[]) => listeners.get(name)?.(event, ...args) }
}

describe('questions of the window', () => {
  it('are listened to under every name of the contract and no other', () => {
    expect([...anIpc(true).listeners.keys()].sort()).toEqual(Object.keys(requestSchemas).sort())
  })

  it('are handed on with their arguments', async () => {
    const { ask, asked } = anIpc(true)
    expect(await ask('jobs:watch', 'c1', 'x')).toEqual({ ok: true, value: 'answered' })
    expect(asked).toEqual([['jobs:watch', ['c1', 'x']]])
  })

  it('of anybody else are refused before anything is looked at', async () => {
    const { ask, asked } = anIpc(false)
    for (const name of Object.keys(requestSchemas)) {
      expect(await ask(name)).toEqual({ ok: false, message: 'This page may not ask.' })
    }
    expect(asked).toEqual([])
  })
})
