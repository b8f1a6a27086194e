import { newKey } from './ids'

export type Permission = 'job:read' | 'job:create'
export type Caller = { readonly organization: string; readonly permissions: readonly Permission[] }

/** Everyone who may call in this run. Keys are printable ASCII and new in each run. */
export type Callers = {
  readonly organization: string
  readonly otherOrganization: string
  readonly keys: {
    readonly full: string
    readonly read: string
    readonly create: string
    readonly otherOrganization: string
  }
  readonly session: string
  readonly retailKey: string
  readonly otherRetailKey: string
  readonly merchantByKey: (key: string) => Caller | undefined
  readonly merchantBySession: (session: string) => Caller | undefined
  /** Retailgrid's pages know nothing of organizations: a caller is a key's owner. */
  readonly retailByKey: (key: string) => string | undefined
}

export const RETAIL_CALLER = 'maple-and-pine'
export const OTHER_RETAIL_CALLER = 'harbour-goods'

export function createCallers(): Callers {
  const organization = 'org_maple_and_pine'
  const otherOrganization = 'org_harbour_goods'
  const all: readonly Permission[] = ['job:read', 'job:create']
  const keys = {
    full: newKey('mo_full'),
    read: newKey('mo_read'),
    create: newKey('mo_create'),
    otherOrganization: newKey('mo_other'),
  }
  const session = newKey('session')
  const merchants = new Map<string, Caller>([
    [keys.full, { organization, permissions: all }],
    [keys.read, { organization, permissions: ['job:read'] }],
    [keys.create, { organization, permissions: ['job:create'] }],
    [keys.otherOrganization, { organization: otherOrganization, permissions: all }],
  ])
  const [retailKey, otherRetailKey] = [newKey('rg'), newKey('rg_other')]
  const retailers = new Map([
    [retailKey, RETAIL_CALLER],
    [otherRetailKey, OTHER_RETAIL_CALLER],
  ])
  return {
    organization,
    otherOrganization,
    keys,
    session,
    retailKey,
    otherRetailKey,
    merchantByKey: key => merchants.get(key),
    merchantBySession: given => (given === session ? { organization, permissions: all } : undefined),
    retailByKey: key => retailers.get(key),
  }
}

/** `Bearer K` and bare `K` are the same key. */
export function keyFrom(authorization: string): string {
  return authorization.replace(/^bearer\s+/i, '').trim()
}
