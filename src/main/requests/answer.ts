import type { Answer, RequestHandlers, RequestName } from '../../shared/ipc'
import { requestSchemas } from '../../shared/ipc'

export const isRequestName = (name: unknown): name is RequestName =>
  typeof name === 'string' && Object.hasOwn(requestSchemas, name)

/** What went wrong, for the log: a person gets a sentence, never a stack. */
export type Trouble = (name: string, error: unknown) => void

/**
 * Checks the arguments of one request and lets its handler answer. Used for the window and for the command line alike.
 * Never rejects.
 */
export async function answer(
  handlers: RequestHandlers,
  name: string,
  args: unknown,
  trouble: Trouble,
): Promise<Answer<unknown>> {
  if (!isRequestName(name)) return { ok: false, message: 'This is not a request.' }
  const parsed = requestSchemas[name].safeParse(args)
  if (!parsed.success) return { ok: false, message: `The request ${name} is not well formed.` }
  try {
    return { ok: true, value: await call(handlers, name, parsed.data) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, message: error.message }
    trouble(name, error)
    return { ok: false, message: sentenceOf(error) }
  }
}

/** A refusal that a handler means for a person; nothing has gone wrong. */
export class Refusal extends Error {}

function sentenceOf(error: unknown): string {
  const full =
    error instanceof Error && /SQLITE_FULL|disk is full|ENOSPC/i.test(`${error.message} ${Reflect.get(error, 'code')}`)
  return full
    ? 'The disk is full, so this could not be saved. Make room and try again.'
    : 'This did not work. The log says why.'
}

/** The schema's output for a name is by construction its handler's arguments; the compiler cannot follow that pairing. */
const call = (handlers: RequestHandlers, name: RequestName, args: readonly unknown[]): Promise<unknown> =>
  Reflect.apply(handlers[name], handlers, args)
