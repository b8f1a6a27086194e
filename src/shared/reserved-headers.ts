/** Headers that the transport writes itself, or that would change whom we talk to: no key can travel in them. */
const reserved = new Set([
  'accept',
  'accept-encoding',
  'connection',
  'content-length',
  'content-type',
  'cookie',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'x-organization-id',
])

export const isReservedHeader = (name: string): boolean => reserved.has(name.toLowerCase())
