import type { FaultRule } from '../../src/sandbox/server'
import type { Control } from '../desktop/support/sandbox-control'

const totalItems = 10_000
const endings = ['completed', 'completed', 'completed_with_warnings', 'partial_success', 'failed'] as const
const faults: readonly FaultRule['fault'][] = [
  { kind: 'answer', status: 500 },
  { kind: 'answer', status: 502 },
  { kind: 'answer', status: 503, retry_after: { form: 'seconds', seconds: 20 } },
  { kind: 'answer', status: 429, retry_after: { form: 'seconds', seconds: 30 } },
  { kind: 'answer', status: 429 },
  { kind: 'answer', status: 404 },
  { kind: 'answer', status: 403 },
  { kind: 'answer', status: 401 },
  // A third of a second by the fast clock. Three hundred here would be 18 s for each answer: six places for looks cannot
  // carry five hundred jobs a minute then, and every job would be late for want of room, not for want of being planned.
  { kind: 'delay', ms: 5 },
  { kind: 'reset' },
  { kind: 'cut', after_bytes: 20 },
  { kind: 'truncated-json' },
  { kind: 'html' },
]

/** Jobs that live, and servers that fail, for as long as the soak lasts. `random`: 0 to 1. */
export function soakWorld(control: Control, jobIds: readonly string[], random: () => number) {
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  const done = new Map(jobIds.map(id => [id, Math.floor(random() * totalItems)]))

  return {
    async populate(): Promise<void> {
      for (const [id, processed] of done)
        await control.merchantJob(id, {
          status: 'in_progress',
          job_type: pick(['enrichment', 'crawl', 'csv_import']),
          total_items: totalItems,
          processed_items: processed,
        })
    },
    /** Some jobs go on; one that is through ends, and one that ended runs again. */
    async move(count: number): Promise<void> {
      for (let moved = 0; moved < count; moved += 1) {
        const id = pick(jobIds)
        const before = done.get(id) ?? 0
        const after = before >= totalItems ? 0 : Math.min(totalItems, before + Math.ceil(random() * 1_500))
        done.set(id, after)
        const failed = Math.floor(after * random() * 0.02)
        await control.change(id, {
          status: after >= totalItems ? pick(endings) : 'in_progress',
          processed_items: after,
          failed_items: failed,
          current_stage: `stage ${Math.floor(after / 2_500)}`,
        })
      }
    },
    /** The next answers go wrong in one way. A watcher that keeps its distance asks for few of them: see `calm`. */
    async trouble(): Promise<string> {
      const fault = pick(faults)
      await control.fault({ fault, count: 10 + Math.floor(random() * 300) })
      return 'status' in fault ? String(fault.status) : fault.kind
    },
    /** All is well again. */
    async calm(): Promise<void> {
      await control.heal()
    },
  }
}
