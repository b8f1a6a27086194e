/**
 * @typedef {object} Goal
 * @property {string} what
 * @property {string} unit
 * @property {'ratio' | 'most' | 'over'} rule ratio: ours / theirs; most: ours; over: ours - theirs
 * @property {number} goal met when the figure is not above it
 * @property {number} [stretch]
 */

/** Every line of the table and its goal (design: performance, section 2). @type {Readonly<Record<string, Goal>>} */
export const goals = {
  'start.tray': { what: 'spawn to tray', unit: 'ms', rule: 'ratio', goal: 1.25, stretch: 1.15 },
  'start.quit': { what: 'SIGTERM to end', unit: 'ms', rule: 'most', goal: 300, stretch: 150 },
  'memory.none': { what: 'PSS, tray only, no jobs', unit: 'MiB', rule: 'ratio', goal: 1.15, stretch: 1.08 },
  'memory.1000': { what: 'PSS, tray only, 1,000 jobs', unit: 'MiB', rule: 'ratio', goal: 1.25, stretch: 1.15 },
  'memory.10000': { what: 'PSS, tray only, 10,000 jobs', unit: 'MiB', rule: 'ratio', goal: 1.45, stretch: 1.3 },
  'memory.naive': { what: 'PSS, 1,000 jobs, beside a naive poller', unit: 'MiB', rule: 'ratio', goal: 1 },
  'memory.window': { what: 'PSS, window open, 1,000 jobs', unit: 'MiB', rule: 'ratio', goal: 1.35, stretch: 1.2 },
  'memory.closed': { what: 'PSS, window closed and destroyed', unit: 'MiB', rule: 'ratio', goal: 1.15 },
  'memory.processes': { what: 'processes, tray only', unit: '', rule: 'over', goal: 0 },
  'cpu.idle': { what: 'processor, no active jobs', unit: '% of a core', rule: 'over', goal: 0.1, stretch: 0.05 },
  'cpu.1000': { what: 'processor, 1,000 jobs at 5 s', unit: '% of a core', rule: 'ratio', goal: 0.2, stretch: 0.12 },
  'cpu.eager': { what: 'processor, 1,000 jobs just added', unit: '% of a core', rule: 'ratio', goal: 1 },
  'cpu.10000': { what: 'processor, 10,000 jobs at 60 s', unit: '% of a core', rule: 'most', goal: 8, stretch: 4 },
  'delay.p99': { what: 'main loop delay p99, 10,000 jobs', unit: 'ms', rule: 'most', goal: 20, stretch: 10 },
  'delay.max': { what: 'main loop delay, longest', unit: 'ms', rule: 'most', goal: 100 },
  'disk.still': { what: 'fsyncs, nothing changes', unit: 'a minute', rule: 'most', goal: 0 },
  'disk.churn': { what: 'fsyncs, 1,000 jobs all moving', unit: 'a second', rule: 'most', goal: 1 },
  'traffic.requests': { what: 'requests, 1,000 jobs, 10 min', unit: '', rule: 'ratio', goal: 0.15, stretch: 0.05 },
  'traffic.bytes': { what: 'bytes received, the same', unit: 'KiB', rule: 'ratio', goal: 0.25, stretch: 0.1 },
  'traffic.sockets': { what: 'sockets at once to one server', unit: '', rule: 'most', goal: 6 },
  'notice.latency': { what: 'answer to notification', unit: 'ms', rule: 'most', goal: 250, stretch: 100 },
  'window.spawn': { what: 'spawn to rows, beside a bare window', unit: 'ms', rule: 'ratio', goal: 1.5, stretch: 1.3 },
  'window.first': { what: 'click to rows, the first ever', unit: 'ms', rule: 'ratio', goal: 1.5, stretch: 1.2 },
  'window.rows': { what: 'click to rows, at a later start', unit: 'ms', rule: 'ratio', goal: 1.5, stretch: 1.2 },
  'window.messages': {
    what: 'messages to the window, 1,000 moving',
    unit: 'a second',
    rule: 'most',
    goal: 8,
    stretch: 4,
  },
  'window.frame': { what: 'frame p95, 10,000 rows scrolled', unit: 'ms', rule: 'most', goal: 20, stretch: 16.7 },
  'window.filter': { what: 'filter keystroke to paint, 10,000', unit: 'ms', rule: 'most', goal: 100, stretch: 50 },
  'window.nodes': { what: 'elements in the page, 10,000 jobs', unit: '', rule: 'most', goal: 1500 },
  'size.main': { what: 'main bundle, as it is loaded', unit: 'KB', rule: 'most', goal: 400 },
  'size.preload': { what: 'preload', unit: 'KB', rule: 'most', goal: 8 },
  'size.renderer': { what: 'first JavaScript of the window, gzip', unit: 'KB', rule: 'most', goal: 250 },
}
