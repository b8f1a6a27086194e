import './no-eval'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { fetchTheRest } from './frame/later'
import { listenForShortcuts } from './frame/shortcuts'
import { runClock } from './state/clock'
import { keepView } from './state/keep-view'
import { tellLookingAt } from './state/looking-at'
import { followMain, mirrorStore } from './state/mirror-store'
import { followTheme } from './state/theme'
import { followPlaces } from './state/view'
import './window.css'

followTheme()
followPlaces()
tellLookingAt()
keepView()
followMain()
runClock()
listenForShortcuts()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500}>
        <App />
      </Tooltip.Provider>
    </CSPProvider>
  </StrictMode>,
)

// The list first: what is not in view yet comes when it has been painted and nothing else is to be done.
const listening = mirrorStore.subscribe(({ mirror }) => {
  if (mirror === null) return
  listening()
  setTimeout(() => fetchTheRest(work => requestIdleCallback(work, { timeout: 1_000 })), 400)
})
