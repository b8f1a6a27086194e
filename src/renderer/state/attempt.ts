import { showToast } from './view'

export const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Does an act of main's and says so where it fails; true when it went well. */
export async function attempt(act: Promise<unknown>): Promise<boolean> {
  try {
    await act
    return true
  } catch (error) {
    showToast(sentenceOf(error), 'bad')
    return false
  }
}
