import { bearer } from '../../../src/shared/connection'
import type { Snapshot } from '../../../src/shared/snapshot'
import { aConnection, aJob, aWatchedJob } from '../../support/builders'
import { aSnapshot } from '../support/a-snapshot'
import { hostileJobs } from './hostile'
import { livelyJobs } from './lively'
import { livelyNotices } from './lively-notices'
import { manyOf } from './many'

const outfitters = aConnection({
  id: 'mo',
  name: 'Outfitters EU',
  baseUrl: 'https://api.merchantops.ai',
  organization: 'org_outfitters',
})
const staging = aConnection({
  id: 'st',
  name: 'Staging',
  baseUrl: 'https://staging.merchantops.ai/eu',
  organization: null,
})
const grid = aConnection({
  id: 'rg',
  name: 'Assortment grid',
  vendor: 'retailgrid',
  baseUrl: 'https://grid.example.com',
  keySending: { kind: 'header', name: 'X-API-Key', prefix: '' },
})

export function sceneOf(name: string, now: number): Snapshot {
  const ago = (seconds: number) => new Date(now - seconds * 1_000).toISOString()
  switch (name) {
    case 'first-run':
      return aSnapshot()
    case 'quiet':
      return aSnapshot({ connections: [outfitters] })
    case 'hostile':
      return aSnapshot({
        connections: [{ ...outfitters, name: '\u202eevil <b>name</b>' }],
        jobs: hostileJobs(ago),
        banners: [{ id: 'b', tone: 'error', text: '<img src=x onerror=alert(1)> broke', act: null }],
      })
    case 'huge':
      return aSnapshot({
        connections: [outfitters],
        jobs: Array.from({ length: 10_000 }, (_, index) =>
          aWatchedJob({
            ref: { connectionId: 'mo', jobId: `enrichment-${(index + 4_096).toString(16).padStart(8, '0')}` },
            addedAt: ago(index),
            seenAt: ago(3),
            job: aJob({
              total: 40_000,
              processed: index * 4,
              percent: { value: index / 100, source: 'server' },
              startedAt: ago(600),
              stage: 'uploading',
            }),
          }),
        ),
      })
    // Counts of three and four figures wherever the window counts.
    case 'many':
      return aSnapshot({
        app: { version: '0.1.0', mode: 'live', platform: 'linux', hasTray: true },
        connections: [
          outfitters,
          { ...grid, fault: { fault: { kind: 'unauthorized', said: null }, since: ago(3_700) } },
        ],
        ...manyOf(Number(new URLSearchParams(window.location.search).get('many') ?? 1_240), ago),
      })
    default:
      return aSnapshot({
        app: { version: '0.1.0', mode: name === 'demo' ? 'demo' : 'live', platform: 'linux', hasTray: true },
        connections: [
          outfitters,
          { ...staging, keySending: bearer, fault: { fault: { kind: 'unauthorized', said: null }, since: ago(3_700) } },
          grid,
        ],
        jobs: livelyJobs(ago),
        notices: livelyNotices(ago),
        banners:
          name === 'banners'
            ? [
                {
                  id: 'k',
                  tone: 'warning',
                  text: 'The keychain is locked, so nothing can be asked of the servers. Unlock it, then retry.',
                  act: 'retry-keychain',
                },
                {
                  id: 'd',
                  tone: 'info',
                  text: 'The settings file could not be read. The defaults are used.',
                  act: null,
                },
              ]
            : [],
      })
  }
}
