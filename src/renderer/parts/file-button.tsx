import { useRef } from 'react'
import { Button, type ButtonProps } from './button'

type Props = Omit<ButtonProps, 'onClick' | 'ref'> & {
  /** Endings of names and types, as `<input accept>` has them. */
  readonly accept: string
  /** What a person is asked for. */
  readonly name: string
  readonly onFile: (file: File) => void
}

/** A button that asks for one file. */
export function FileButton({ accept, name, onFile, ...button }: Props) {
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...button} onClick={() => chooser.current?.click()} />
      <input
        ref={chooser}
        type="file"
        accept={accept}
        aria-label={name}
        // The button beside it opens it: there is one such control, not two.
        hidden
        onChange={event => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
    </>
  )
}
