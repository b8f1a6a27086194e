import { Hono } from 'hono'
import { assumptions } from '../assumptions'
import { faultRules } from '../faults/rule'
import { gate } from '../gate'
import { detail } from '../replies'
import { stories } from '../stories/catalogue'
import type { World } from '../world'
import { bodyAs } from './body'
import { clockControl } from './clock'
import { jobControl } from './jobs'

const calls: readonly string[] = [
  'GET /assumptions',
  'GET /clock; PATCH /clock {"paused","speed","skew_seconds"}; POST /clock/step {"seconds"}',
  'GET /stories; POST /stories/{name}',
  'GET /jobs; POST /jobs {"vendor","owner","job_id","set","omit","stamps"}',
  'PATCH /jobs/{vendor}/{job_id} {"set","omit","restore","stamps"}; DELETE /jobs/{vendor}/{job_id}',
  'GET /faults; POST /faults (a rule or a list); DELETE /faults; DELETE /faults/{id}',
  'GET /requests?since=N; DELETE /requests',
]

/** Pulls the strings of the world, on a port of its own. */
export function controlApp(world: World): Hono {
  const { clock, faults, log, tell } = world
  const app = new Hono()
  app.use(gate)
  app.use(async (_c, next) => {
    clock.settle()
    await next()
  })

  app.get('/', c => c.json(calls))
  app.get('/assumptions', c => c.json(assumptions))
  app.route('/clock', clockControl(clock))
  app.route('/jobs', jobControl(world))

  app.get('/stories', c => c.json(stories.map(({ name, about }) => ({ name, about }))))
  app.post('/stories/:name', c => {
    const jobs = tell(c.req.param('name'))
    return jobs ? c.json({ jobs }, 201) : detail(c, 404, `There is no story called ${c.req.param('name')}`)
  })

  app.get('/faults', c => c.json(faults.list()))
  app.post('/faults', async c => {
    const rules = await bodyAs(c, faultRules)
    return rules instanceof Response ? rules : c.json({ ids: rules.map(faults.add) }, 201)
  })
  app.delete('/faults', c => {
    faults.clear()
    return c.body(null, 204)
  })
  app.delete('/faults/:id', c =>
    faults.remove(c.req.param('id')) ? c.body(null, 204) : detail(c, 404, `There is no fault ${c.req.param('id')}`),
  )

  app.get('/requests', c => c.json(log.since(Number(c.req.query('since') ?? 0) || 0)))
  app.delete('/requests', c => {
    log.clear()
    return c.body(null, 204)
  })

  app.notFound(c => detail(c, 404, 'Not found; GET / lists what there is'))
  app.onError((_error, c) => detail(c, 500, 'The sandbox stumbled'))
  return app
}
