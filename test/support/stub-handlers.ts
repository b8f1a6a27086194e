import type { RequestHandlers } from '../../src/shared/ipc'

/** A handler for every request: those that are given, and a failure for any other. */
export function stubHandlers(given: Partial<RequestHandlers>): RequestHandlers {
  const other = (name: PropertyKey) => async () => {
    throw new Error(`nobody expected ${String(name)}`)
  }
  const all: Partial<RequestHandlers> = new Proxy(given, {
    get: (target, name) => Reflect.get(target, name) ?? other(name),
  })
  return all as RequestHandlers
}
