import type { Settings } from '../../shared/settings'
import { mirrorStore } from './mirror-store'

/** No attribute means: as the system has it. */
function wear(theme: Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

export function followTheme(): void {
  mirrorStore.subscribe(({ mirror }, before) => {
    const theme = mirror?.settings.theme
    if (theme !== undefined && theme !== before.mirror?.settings.theme) wear(theme)
  })
}
