import { reportOf } from '../../src/main/diagnostics/report'
import type { Diagnostics } from '../../src/shared/diagnostics'

const noon = '2026-03-02T12:00:00.000Z'

export function someDiagnostics(own: Partial<Omit<Diagnostics, 'report'>> = {}): Diagnostics {
  const all = {
    at: noon,
    startedAt: '2026-03-02T09:30:00.000Z',
    app: { version: '1.0.0', mode: 'live', platform: 'linux', hasTray: true } as const,
    sparing: [],
    versions: { Electron: '33.2.1', Chrome: '130.0', Node: '20.18.1', OS: '6.1.0' },
    paused: false,
    memoryBytes: 104_857_600,
    connections: [
      {
        ...({ id: 'c1', name: 'Outfitters', vendor: 'merchantops', paused: false } as const),
        ...({ jobs: 12, active: 5, answers: 4_321 } as const),
        faults: [
          {
            kind: 'server',
            count: 3,
            lastAt: noon,
            sentence: 'The server has trouble (503). Looking again by itself.',
          },
        ] as const,
      },
    ],
    drift: [
      {
        connectionId: 'c1',
        kind: 'unknown-status',
        name: 'napping',
        firstSeen: noon,
        lastSeen: noon,
        count: 2,
      } as const,
      {
        connectionId: 'c1',
        kind: 'unknown-field',
        name: 'priority',
        firstSeen: noon,
        lastSeen: noon,
        count: 1_904,
      } as const,
    ],
    driftLeftOut: 0,
    journal: {
      version: 6,
      bytes: 2_097_152,
      freeBytes: 0,
      rows: { jobs: 12, forgotten: 0, notices: 40, timeline: 900, posts: 3 },
    },
    ...own,
  }
  return { ...all, report: reportOf(all) }
}
