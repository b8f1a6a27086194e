import './no-eval'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { fetchTheRest } from './frame/later'
import { listenForShortcuts } from './frame/shortcuts'
import { letGoOfGone } from './jobs/picked'
import { runClock } from './state/clock'
import { keepView } from './state/keep-view'
import { tellLookingAt } from './state/looking-at'
import { followMain, mirrorStore } from './state/mirror-store'
import { followTheme } from './state/theme'
import { followPlaces } from './state/view'
import './window.css'

/** Ms that the first drawing waits for the state, which has been on its way since before this file was read. */
const patience = 120

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
const place = createRoot(root)

/** In one go and without a pause, so that what is painted first are the rows, and not a page without them. */
const draw = () =>
  flushSync(() =>
    place.render(
      <StrictMode>
        <CSPProvider disableStyleElements>
          <App />
        </CSPProvider>
      </StrictMode>,
    ),
  )

const impatient = setTimeout(draw, patience)
const listening = mirrorStore.subscribe(({ mirror }) => {
  clearTimeout(impatient)
  draw()
  if (mirror === null) return
  listening()
  // The list first: what is not in view yet comes when it has been painted and nothing else is to be done.
  setTimeout(() => fetchTheRest(work => requestIdleCallback(work, { timeout: 1_000 })), 400)
})

followTheme()
followPlaces()
tellLookingAt()
keepView()
followMain()
letGoOfGone()
runClock()
listenForShortcuts()
