import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { showToast } from '../state/view'
import { copyText } from './copy-text'
import { IconButton } from './icon-button'

/** Copies and says so for a moment, where the person is looking. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1_500)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <IconButton
      label={copied ? 'Copied' : label}
      icon={copied ? <Check size="0.875rem" aria-hidden className="text-good" /> : <Copy size="0.875rem" aria-hidden />}
      className="size-6"
      onClick={() => {
        if (copyText(text)) setCopied(true)
        else showToast('The text could not be copied.', 'bad')
      }}
    />
  )
}
