import type { Ask } from './ask'
import type { Out } from './commands'
import { json, printable } from './printable'

/** How watching goes. The text names no connection, address or job, so that it may be pasted where others read it; --json does. */
export async function diagnostics(ask: Ask, out: Out, asJson: boolean): Promise<void> {
  const all = await ask('diagnostics:read')
  if (asJson) return out(json(all))
  for (const line of all.report.trimEnd().split('\n')) out(printable(line, 500))
}
