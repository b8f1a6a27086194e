/** `unsaid`: no type, or one that says nothing, so that the body itself must tell. */
export type BodyKind = 'json' | 'html' | 'unsaid' | 'other'

const mediaType = (contentType: string): string => contentType.split(';')[0]?.trim().toLowerCase() ?? ''

export function bodyKind(contentType: string | null): BodyKind {
  const type = mediaType(contentType ?? '')
  if (type === 'application/json' || type === 'text/json' || /^[a-z]+\/[a-z0-9.+-]+\+json$/.test(type)) return 'json'
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html'
  return type === '' || type === 'text/plain' || type === 'application/octet-stream' ? 'unsaid' : 'other'
}

/** The type to show in a fault: bounded, without parameters. */
export function shownType(contentType: string | null): string | null {
  const type = mediaType(contentType ?? '')
  return /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/.test(type) && type.length <= 80 ? type : null
}
