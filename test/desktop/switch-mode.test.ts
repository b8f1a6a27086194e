import { defaultProfile } from '../../src/profile/paths'
import { commandOf } from './support/app-traces'
import { holderOf } from './support/processes-of'
import { requestsTo } from './support/profile-requests'
import { expect, test } from './support/real-desktop'

for (const words of [[], ['--no-sandbox']]) {
  test(`from a profile of one's own to the demo the app starts again, as it was started: ${words.join(' ') || 'plainly'}`, async ({
    desktop,
    start,
    ask,
  }) => {
    const app = await start(words)
    const demo = defaultProfile('demo', { platform: process.platform, env: desktop.env, home: desktop.home })
    await ask('app:switch-mode', 'demo')
    expect(await app.exit).toEqual({ code: 0, signal: null })
    const next = requestsTo(demo)
    await next.stateUntil(state => state.connections.length === 2)
    expect(commandOf(holderOf(demo) ?? 0).includes('--no-sandbox')).toBe(words.length > 0)
    await next.ask('app:quit')
    await expect.poll(() => holderOf(demo)).toBeNull()
  })
}
