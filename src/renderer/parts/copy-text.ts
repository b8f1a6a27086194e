/**
 * Puts plain text on the clipboard, within a click. The page is granted no permission at all, so the asynchronous
 * clipboard is out of its reach; the copy event needs none.
 */
export function copyText(text: string): boolean {
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', onCopy, { once: true })
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', onCopy)
  }
}
