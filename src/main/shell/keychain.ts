import { createRequire } from 'node:module'
import type { Keychain, KeyReading } from '../connections/keychain'

const service = 'Jobtray'
/** Written with the first key: when it cannot be read either, the keychain is locked rather than empty (reliability trap 6). */
const sentinel = 'sentinel'
/** A keychain may be showing a prompt; after this many ms the app goes on without an answer. */
const limitMs = 15_000

type Refusal = Extract<KeyReading, { kind: 'locked' } | { kind: 'no-keychain' }>
type Keytar = typeof import('keytar')

export type OsKeychain = Keychain & {
  /** Asks nothing any more; resolves when nothing is under way, which is now for null. */
  readonly close: () => Promise<unknown> | null
}

/** keytar with one call in flight, ever: four waiting calls would block all file and name look-ups (reliability trap 7). */
export function osKeychain(): OsKeychain {
  let queue: Promise<unknown> = Promise.resolve()
  let underWay: Promise<unknown> | null = null
  let stuck = false
  let closed = false

  const inTurn = async <T>(act: (keytar: Keytar) => Promise<T>): Promise<T | Refusal> => {
    const turn = queue.then(async (): Promise<T | Refusal> => {
      if (stuck || closed) return { kind: 'locked' }
      const keytar = load()
      if (keytar === null) return notInstalled
      const call = act(keytar)
      const settled = call.then(nothing, nothing).then(() => {
        if (underWay === settled) underWay = null
      })
      underWay = settled
      return limited(call)
    })
    queue = turn.catch(() => undefined)
    return turn.catch((error: unknown) => refusalOf(error))
  }

  /** A call that outlives the limit keeps its thread until it settles; until then every further call is refused. */
  const limited = <T>(call: Promise<T>): Promise<T | Refusal> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stuck = true
        resolve({ kind: 'locked' })
      }, limitMs)
      call.then(resolve, reject).finally(() => {
        clearTimeout(timer)
        stuck = false
      })
    })

  return {
    close() {
      closed = true
      return underWay
    },
    async read(account, expected) {
      const found = await inTurn(keytar => keytar.getPassword(service, account))
      if (found !== null && typeof found !== 'string') return found
      if (found !== null) return { kind: 'key', key: found }
      if (!expected) return { kind: 'none' }
      const mark = await inTurn(keytar => keytar.getPassword(service, sentinel))
      if (mark !== null && typeof mark !== 'string') return mark
      return { kind: mark === null ? 'locked' : 'none' }
    },
    async write(account, key) {
      const refusal = await inTurn(async keytar => {
        await keytar.setPassword(service, sentinel, 'kept by Jobtray to tell a locked keychain from an empty one')
        await keytar.setPassword(service, account, key)
        return null
      })
      return refusal ?? { kind: 'kept' }
    },
    async forget(account, expected) {
      const deleted = await inTurn(keytar => keytar.deletePassword(service, account))
      if (typeof deleted !== 'boolean') return deleted
      if (deleted || !expected) return { kind: 'forgotten' }
      const mark = await inTurn(keytar => keytar.getPassword(service, sentinel))
      if (mark !== null && typeof mark !== 'string') return mark
      return { kind: mark === null ? 'locked' : 'forgotten' }
    },
  }
}

const nothing = () => undefined

const notInstalled: Refusal = { kind: 'no-keychain', why: 'The keychain module did not load. Install libsecret-1-0.' }

/** Required, not imported: Electron's `import()` of it has given an empty module when the app was just starting. */
function load(): Keytar | null {
  try {
    return createRequire(import.meta.url)('keytar')
  } catch {
    return null
  }
}

/** keytar's errors name no key; their words tell which of the two it is. */
function refusalOf(error: unknown): Refusal {
  const text = error instanceof Error ? error.message : ''
  return /locked|prompt|dismiss|denied/i.test(text) ? { kind: 'locked' } : { kind: 'no-keychain', why: text }
}
