import { readJobIds } from './job-id'

/** What a `jobtray:` link asks for. Nothing in it is known to exist: names and ids as the link has them. */
export type DeepLink = { readonly connection: string; readonly jobIds: readonly string[]; readonly kind: 'job' | 'add' }

const longest = 8_192
const mostIds = 100

/**
 * Reads `jobtray://job/<connection>/<id>` and `jobtray://add?connection=<connection>&ids=<id>,<id>`; null for anything
 * else (reliability item 30). A link comes from whoever can make a person click: each part is taken literally or not at all.
 */
export function readDeepLink(text: string): DeepLink | null {
  if (text.length > longest || !/^[\x21-\x7e]+$/.test(text) || text.includes('#')) return null
  const [, rest] = /^jobtray:\/\/(.*)$/i.exec(text) ?? []
  if (rest === undefined) return null
  return rest.startsWith('job/') ? readJob(rest.slice('job/'.length)) : readAdd(/^add\/?\?(.+)$/.exec(rest)?.[1])
}

function readJob(path: string): DeepLink | null {
  if (path.includes('?')) return null
  const parts = path.split('/').map(decoded)
  const [connection, jobId] = parts
  if (parts.length !== 2 || !isPlain(connection) || !isPlain(jobId)) return null
  return { kind: 'job', connection, jobIds: [jobId] }
}

function readAdd(query: string | undefined): DeepLink | null {
  const fields = new Map<string, string>()
  for (const pair of query?.split('&') ?? []) {
    const [name = '', value = '', ...more] = pair.split('=')
    const plain = decoded(value.replaceAll('+', ' '))
    if (more.length > 0 || plain === null || fields.has(name)) return null
    fields.set(name, plain)
  }
  const connection = fields.get('connection')
  const { ids: jobIds, refused } = readJobIds(fields.get('ids') ?? '')
  if (fields.size !== 2 || !isPlain(connection) || jobIds.length === 0 || jobIds.length > mostIds) return null
  return refused.length === 0 && jobIds.every(isPlain) ? { kind: 'add', connection, jobIds } : null
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** Neither empty nor longer than an id may be; nothing unseen in it, no step up, and nothing that is encoded still. */
const isPlain = (part: string | null | undefined): part is string =>
  typeof part === 'string' &&
  part.trim() !== '' &&
  part.length <= 256 &&
  !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(part) &&
  !/%[0-9a-f]{2}/i.test(part) &&
  !part.split(/[/\\]/).some(step => step === '.' || step === '..')
