import { type Fault, type FaultRule, faultRule } from './rule'

export type Asked = { readonly server: string; readonly method: string; readonly path: string }
export type OpenRule = {
  readonly id: string
  readonly rule: FaultRule
  readonly skip: number
  readonly left: number | null
}

/** The rules in force. The first that matches, and has not been used up, decides. */
export type FaultBook = {
  readonly add: (rule: FaultRule) => string
  readonly remove: (id: string) => boolean
  readonly clear: () => void
  readonly list: () => readonly OpenRule[]
  readonly take: (asked: Asked) => { readonly id: string; readonly fault: Fault } | null
}

const MAX_RULES = 1_000

export function createFaultBook(): FaultBook {
  const open = new Map<string, OpenRule>()
  let made = 0
  return {
    add: given => {
      const rule = faultRule.parse(given)
      made += 1
      const id = rule.id ?? `fault-${made}`
      if (open.size >= MAX_RULES) open.delete([...open.keys()][0] ?? '')
      open.set(id, { id, rule, skip: rule.skip, left: rule.count ?? null })
      return id
    },
    remove: id => open.delete(id),
    clear: () => open.clear(),
    list: () => [...open.values()],
    take: asked => {
      for (const entry of open.values()) {
        if (!matches(entry.rule, asked)) continue
        if (entry.skip > 0) {
          open.set(entry.id, { ...entry, skip: entry.skip - 1 })
          continue
        }
        if (entry.left === 1) open.delete(entry.id)
        else if (entry.left !== null) open.set(entry.id, { ...entry, left: entry.left - 1 })
        return { id: entry.id, fault: entry.rule.fault }
      }
      return null
    },
  }
}

export function matches({ match = {} }: FaultRule, asked: Asked): boolean {
  if (match.server !== undefined && match.server !== asked.server) return false
  if (match.method !== undefined && match.method.toUpperCase() !== asked.method) return false
  return match.path === undefined || fits(match.path, asked.path)
}

/** `*` stands for any characters; no regular expression, so no pattern can take long. */
function fits(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  if (!text.startsWith(first)) return false
  const last = rest.pop()
  if (last === undefined) return text === pattern
  let from = first.length
  for (const part of rest) {
    const found = text.indexOf(part, from)
    if (found === -1) return false
    from = found + part.length
  }
  return text.length - last.length >= from && text.endsWith(last)
}
