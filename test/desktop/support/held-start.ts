import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Desktop } from '../../../scripts/desktop/open.mjs'
import { root } from '../../../scripts/project.mjs'

/** An app that is started with this environment draws its tray, and begins nothing else until it is let go. */
export const holdStart = ({ home }: Pick<Desktop, 'home'>) => {
  const file = join(home, 'held-start')
  writeFileSync(file, '')
  return {
    env: {
      NODE_OPTIONS: `--require "${join(root, 'test/desktop/support/hold-start.cjs')}"`,
      JOBTRAY_TEST_HOLD: file,
    },
    letGo: () => rmSync(file),
  }
}
