import { useEffect, useRef } from 'react'
import { Button } from '../parts/button'
import { DialogActs, DialogFrame } from '../parts/dialog-frame'
import { closeDialog, type Question } from '../state/view'

/** Closing it in any way is a no. */
export function AskFirstDialog({ question }: { readonly question: Question }) {
  const agreed = useRef(false)
  const { answer } = question
  const here = useRef(false)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
      // Later, so that the trial unmount of strict mode is no answer.
      setTimeout(() => !here.current && answer(agreed.current))
    }
  }, [answer])
  return (
    <DialogFrame role="alertdialog" title={question.title} description={question.text}>
      <DialogActs>
        <Button onClick={closeDialog}>Cancel</Button>
        <Button
          look={question.danger ? 'danger' : 'primary'}
          onClick={() => {
            agreed.current = true
            closeDialog()
          }}
        >
          {question.act}
        </Button>
      </DialogActs>
    </DialogFrame>
  )
}
