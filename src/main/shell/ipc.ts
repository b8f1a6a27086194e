import type { IpcMainInvokeEvent } from 'electron'
import type { Answer, RequestName } from '../../shared/ipc'
import { requestSchemas } from '../../shared/ipc'
import { isRequestName } from '../requests/answer'

/** As much of Electron's ipcMain as is used, so that a test can hand in its own. */
export type IpcMainLike = {
  handle(name: string, answer: (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>): void
}

/**
 * The only place that listens to the window. Who asks is checked before anything is looked at: the main frame of our
 * own window, on our own page (reliability item 17).
 */
export function answerRequests(
  ipcMain: IpcMainLike,
  isTrusted: (event: IpcMainInvokeEvent) => boolean,
  reply: (name: RequestName, args: unknown) => Promise<Answer<unknown>>,
): void {
  for (const name of Object.keys(requestSchemas).filter(isRequestName)) {
    ipcMain.handle(name, async (event, ...args) =>
      isTrusted(event) ? reply(name, args) : { ok: false, message: 'This page may not ask.' },
    )
  }
}
