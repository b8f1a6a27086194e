import type { NoticeView } from '../../../src/shared/snapshot'
import { aNotice } from '../../support/builders'
import type { Ago } from './lively'

export function livelyNotices(ago: Ago): readonly NoticeView[] {
  return [
    aNotice({
      id: 9,
      ref: { connectionId: 'mo', jobId: 'crawl-9c1185a5' },
      title: 'Crawl failed',
      body: '412 of 900 items, 8 failed\n9c1185a5 · Outfitters EU',
      at: ago(200),
    }),
    aNotice({
      id: 8,
      ref: { connectionId: 'mo', jobId: 'enrichment-6cd3556d' },
      outcome: 'partial',
      title: 'Enrichment partly finished',
      body: '6,988 of 12,000 items, 5,012 failed, 130 warnings\n6cd3556d · Outfitters EU',
      at: ago(1_500),
    }),
    aNotice({
      id: 7,
      kind: 'connection',
      connectionId: 'st',
      ref: null,
      outcome: null,
      title: 'Staging is not being watched',
      body: 'The key was refused. Enter a valid key for this connection.',
      at: ago(3_700),
      seen: true,
    }),
    aNotice({
      id: 6,
      ref: { connectionId: 'mo', jobId: 'enrichment-0cc175b9' },
      outcome: 'warned',
      title: 'Enrichment finished with warnings',
      body: '1,204 of 1,204 items, 3 warnings\n0cc175b9 · Outfitters EU',
      at: ago(5_400),
      seen: true,
    }),
    aNotice({
      id: 5,
      ref: { connectionId: 'mo', jobId: 'enrichment-92eb5ffe' },
      outcome: 'succeeded',
      title: 'Enrichment finished',
      body: '388 of 388 items\n92eb5ffe · Outfitters EU',
      at: ago(9_000),
      seen: true,
    }),
    aNotice({
      id: 4,
      kind: 'stalled',
      ref: { connectionId: 'mo', jobId: 'enrichment-5f2c81d0' },
      outcome: null,
      title: 'Enrichment has stalled',
      body: 'Nothing has moved for 40 min\n5f2c81d0 · Outfitters EU',
      at: ago(90_000),
      seen: true,
    }),
  ]
}
