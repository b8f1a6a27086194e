import { useSyncExternalStore } from 'react'

function follow(told: () => void): () => void {
  document.addEventListener('focusin', told)
  document.addEventListener('focusout', told)
  return () => {
    document.removeEventListener('focusin', told)
    document.removeEventListener('focusout', told)
  }
}

/** Whether the keyboard is with what this selector finds. */
export const useHasFocus = (selector: string): boolean =>
  useSyncExternalStore(follow, () => document.activeElement?.matches(selector) ?? false)
