import '../../../src/renderer/no-eval'
import type { Settings } from '../../../src/shared/settings'
import { fakeMain } from '../fake-bridge'
import { detailOf, errorsOf } from './details'
import { report } from './report'
import { sceneOf } from './scenes'

/** The window with a main process of the mind: `?scene=lively|first-run|hostile|huge|quiet&theme=dark&move=1`. */
const asked = new URLSearchParams(window.location.search)
const now = Date.now()
const scene = sceneOf(asked.get('scene') ?? 'lively', now)
const theme = asked.get('theme')
const settings: Settings = theme === 'dark' || theme === 'light' ? { ...scene.settings, theme } : scene.settings
const main = fakeMain(
  { ...scene, settings: { ...settings, paused: asked.has('paused') } },
  {
    detail: ref => detailOf(ref, now),
    errors: ref => errorsOf(ref, now),
    report,
    save: form => ({
      ok: false,
      field: form.name === '' ? 'name' : 'key',
      message:
        form.name === '' ? 'Give the connection a name.' : 'The server could not be reached, so the key is not proved.',
      canInsist: form.name !== '',
    }),
  },
)
Object.defineProperty(window, 'jobtray', { value: main.bridge })

if (asked.has('move')) {
  setInterval(() => {
    const moved = scene.jobs
      .slice(0, 1_000)
      .flatMap(watched =>
        watched.job?.phase === 'running'
          ? [{ ...watched, seenAt: new Date().toISOString(), job: { ...watched.job, processed: Date.now() % 40_000 } }]
          : [],
      )
    main.tell({ jobs: moved })
  }, 250)
}
void import('../../../src/renderer/main')
