import type { z } from 'zod'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** The first thing that does not fit, in one sentence that names the field, and the kind of thing it is a field of. */
export function whyNot(error: z.ZodError, given: unknown): string {
  const first = error.issues[0]
  if (first === undefined) return 'The body: does not fit'
  const { path, message } = innermost(first)
  const kind = path.at(-1) === 'kind' ? undefined : kindAround(given, path)
  return `${path.map(String).join('.') || 'The body'}${kind === undefined ? '' : ` (of kind ${kind})`}: ${message}`
}

/** Of a union, what the branch that came furthest says; of a wrong name in a record, what is wrong with the name. */
function innermost(issue: Issue, above: Path = []): { readonly path: Path; readonly message: string } {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_key') return { path, message: issue.issues[0]?.message ?? issue.message }
  if (issue.code !== 'invalid_union') return { path, message: issue.message }
  const branches = issue.errors.flatMap(([first]) => (first ? [innermost(first, path)] : []))
  const [furthest] = branches.toSorted((one, other) => other.path.length - one.path.length)
  return furthest ?? { path, message: issue.message }
}

/** The `kind` of the nearest object around a field. */
function kindAround(given: unknown, path: Path): string | undefined {
  let inner = given
  let kind: string | undefined
  for (const key of [...path, null]) {
    if (typeof inner !== 'object' || inner === null) break
    const own: unknown = Reflect.get(inner, 'kind')
    if (typeof own === 'string') kind = own
    inner = key === null ? null : Reflect.get(inner, key)
  }
  return kind
}
