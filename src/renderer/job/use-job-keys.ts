import { useEffect, useRef } from 'react'
import { capabilities } from '../../shared/connection'
import type { WatchedJob } from '../../shared/snapshot'
import { listActs } from '../jobs/list-acts'
import { goTo, viewStore } from '../state/view'

/** The letters of the list do the same on a job's page; E and W open what failed and what warned. */
export function useJobKeys(watched: WatchedJob, open: (part: 'errors' | 'warnings') => void): void {
  const latest = useRef({ watched, open })
  latest.current = { watched, open }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event
      const typing =
        target instanceof Element && target.closest('input, textarea, select, [role="menu"], [role="dialog"]') !== null
      if (event.defaultPrevented || typing || event.ctrlKey || event.metaKey || event.altKey) return
      if (viewStore.getState().dialog !== null || event.repeat) return
      const act = actOf(event.key, latest.current.watched, latest.current.open)
      if (act === null) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function actOf(
  key: string,
  { ref, vendor, job }: WatchedJob,
  open: (part: 'errors' | 'warnings') => void,
): (() => void) | null {
  switch (key) {
    case 'r':
      return capabilities[vendor].postProgress ? () => goTo({ view: 'desk', mode: 'report', ref, postId: null }) : null
    case 'e':
      return job === null ? null : () => open('errors')
    case 'w':
      return job === null ? null : () => open('warnings')
    case 'l':
      return () => listActs.look([ref])
    case 'p':
      return () => listActs.pin([ref])
    case 'm':
      return () => listActs.mute([ref])
    case 'c':
      return () => listActs.copy([ref])
    case 'Delete':
      return () => {
        goTo({ view: 'jobs' })
        listActs.forget([ref])
      }
    default:
      return null
  }
}
