import { useState } from 'react'
import { closeDialog, viewStore } from './view'

/** The dialog that is being drawn: an answer that comes after Escape must not close the one opened since. */
export function useOwnDialog(): { readonly isOpen: () => boolean; readonly close: () => void } {
  const [own] = useState(() => {
    const { dialog } = viewStore.getState()
    const isOpen = () => viewStore.getState().dialog === dialog
    return { isOpen, close: () => void (isOpen() && closeDialog()) }
  })
  return own
}
