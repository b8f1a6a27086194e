import type { Page } from 'playwright/test'

/** Two keys that are one, such as G then I. Sent together: the window waits a moment only for the second. */
export const chord = async ({ keyboard }: Page, first: string, second: string): Promise<void> => {
  await Promise.all([keyboard.press(first), keyboard.press(second)])
}
