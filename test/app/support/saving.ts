import { readdir } from 'node:fs/promises'
import { basename, dirname, extname } from 'node:path'
import type { ElectronApplication, Locator, Page } from 'playwright/test'
import { expect } from '../../support/app'

/** A person who always picks this file. */
export const choosing = (electron: ElectronApplication, file: string) =>
  electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)

/** Each write to a file takes the app so long, ms, until another time is said; 0: no longer than it does. */
export const slowDisk = (electron: ElectronApplication, ms: number): Promise<void> =>
  electron.evaluate(async (_modules, takes) => {
    const isSlow = Reflect.has(globalThis, 'writeTakes')
    Reflect.set(globalThis, 'writeTakes', takes)
    if (isSlow) return
    const file = await process.getBuiltinModule('node:fs/promises').open('/dev/null', 'w')
    const files: { write: (...args: unknown[]) => Promise<unknown> } = Object.getPrototypeOf(file)
    await file.close()
    const { write } = files
    files.write = async function (...args) {
      const ms: number = Reflect.get(globalThis, 'writeTakes')
      if (ms > 0) await new Promise(resolve => setTimeout(resolve, ms))
      return Reflect.apply(write, this, args)
    }
  }, ms)

/** Errors of a job, as its server lists them, each about another item. */
export const lostItems = (many: number) =>
  Array.from({ length: many }, (_, index) => ({
    entity_key: `SKU-${index}`,
    entity_type: 'product',
    error_type: 'lost',
    message: 'Lost.',
  }))

/**
 * Cancels by key what is being saved to `file`: nothing of it is left, and the keyboard is back on `saver`, the button that
 * began it. Asks for toasts that stay.
 */
export async function cancelSaving(page: Page, saver: Locator, file: string): Promise<void> {
  await expect(page.getByRole('button', { name: 'Cancel saving' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saving was cancelled; no file was written.')).toBeVisible()
  const left = await readdir(dirname(file))
  expect(left.filter(name => name.includes(basename(file, extname(file))))).toEqual([])
  await expect(saver).toBeFocused()
}
