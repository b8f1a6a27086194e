import { Hono } from 'hono'
import { z } from 'zod'
import type { SandboxClock } from '../clock'
import { bodyAs } from './body'

const YEAR_S = 366 * 86_400

const clockChange = z.strictObject({
  paused: z.boolean().optional(),
  speed: z.number().min(0).max(1_000).optional(),
  /** How far the server believes to be ahead, in seconds. */
  skew_seconds: z.number().min(-YEAR_S).max(YEAR_S).optional(),
})
const step = z.strictObject({ seconds: z.number().min(0).max(86_400) })

/** Pause, step, speed and skew of the sandbox's time. */
export function clockControl(clock: SandboxClock): Hono {
  const app = new Hono()
  const shown = () => {
    const { now, speed, paused, skew } = clock.state()
    return { now: new Date(now).toISOString(), speed, paused, skew_seconds: skew / 1000 }
  }

  app.get('/', c => c.json(shown()))
  app.patch('/', async c => {
    const change = await bodyAs(c, clockChange)
    if (change instanceof Response) return change
    const { paused, speed, skew_seconds } = change
    clock.change({
      ...(paused === undefined ? {} : { paused }),
      ...(speed === undefined ? {} : { speed }),
      ...(skew_seconds === undefined ? {} : { skew: skew_seconds * 1000 }),
    })
    return c.json(shown())
  })
  app.post('/step', async c => {
    const wanted = await bodyAs(c, step)
    if (wanted instanceof Response) return wanted
    clock.step(wanted.seconds * 1000)
    return c.json(shown())
  })
  return app
}
