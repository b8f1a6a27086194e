import type { Asked, CertificateFacts, Evidence, Greeting, Hop, Reach, Route } from './evidence'
import { type Finding, type Findings, failed, notNeeded, notReached, ok, restsOnAnother, step } from './step'

/** The way to the server: name, connection, secure connection, proxy. */
export function reachSteps(evidence: Evidence): Findings<'name' | 'tcp' | 'tls' | 'proxy'> {
  const { route, reach } = evidence
  return {
    name: step('name', nameFinding(evidence)),
    tcp: step('tcp', tcpFinding(route, reach)),
    tls: step('tls', tlsFinding(evidence)),
    proxy: step('proxy', proxyFinding(evidence)),
  }
}

const hopName = ({ kind }: Route): string => (kind === 'proxy' ? 'The proxy' : 'The server')
const place = ({ host, port }: Hop): string => `${host.includes(':') ? `[${host}]` : host}:${port}`

function nameFinding({ route, name }: Evidence): Finding {
  if (route.kind === 'unknown') return restsOnAnother
  const { host } = route.hop
  if (name === null) return notNeeded(`${host} is a number and no name.`)
  const whose = route.kind === 'proxy' ? `the proxy’s name ${host}` : host
  if (name.ok) return ok(`${whose} is ${name.addresses.slice(0, 3).join(', ')}.`)
  return failed(
    `${whose} was not found (${name.reason}).`,
    route.kind === 'proxy'
      ? 'Check the proxy settings of this computer, and its network.'
      : 'Check how the host name is spelt in the address, and the network of this computer.',
  )
}

function tcpFinding(route: Route, reach: Reach | null): Finding {
  if (reach === null || route.kind === 'unknown') return restsOnAnother
  const who = `${hopName(route)} at ${place(route.hop)}`
  if (reach.tcp.ok) return ok(`${who} accepts connections.`)
  return failed(
    `${who} does not accept connections (${reach.tcp.reason}).`,
    route.kind === 'proxy'
      ? 'Check the proxy settings of this computer.'
      : 'Check the port in the address, and whether the server runs. A firewall may also be in the way.',
  )
}

const describe = ({ subject, issuer, validUntil }: CertificateFacts): string =>
  `Certificate for ${subject}, issued by ${issuer}${validUntil === null ? '' : `, valid until ${validUntil.slice(0, 10)}`}`

const tlsAdvice: readonly (readonly [RegExp, string])[] = [
  [
    /self-signed|unknown authority|not trusted/,
    'If you trust its issuer, name the file of that authority in the settings.',
  ],
  [/expired/, 'Whoever runs the server must renew it. Check the date of this computer too.'],
  [/not valid yet/, 'Check the date of this computer.'],
  [/another host/, 'Check the host name in the address: the certificate is not for it.'],
  [/extra certificate authority/, 'Name another certificate file in the settings, or none.'],
]

const tlsFailed = (reason: string, certificate: CertificateFacts | null): Finding =>
  failed(
    `Not secure: ${reason}.${certificate === null ? '' : ` ${describe(certificate)}.`}`,
    tlsAdvice.find(([pattern]) => pattern.test(reason))?.[1] ??
      'Check the port in the address, and ask whoever runs the server.',
  )

function tlsFinding({ secure, route, reach, asked }: Evidence): Finding {
  if (!secure) return notNeeded('The address is plain http, on this computer alone.')
  if (reach === null || route.kind === 'unknown' || !reach.tcp.ok || reach.tunnel?.ok === false) return restsOnAnother
  return reach.tls === null ? tlsByTheAnswer(asked) : greeted(reach.tls)
}

const greeted = (tls: Greeting): Finding =>
  tls.ok
    ? ok(tls.certificate === null ? 'Made.' : `${describe(tls.certificate)}.`)
    : tlsFailed(tls.reason, tls.certificate)

/** A proxy of another kind is left to the HTTP client: whether that got through tells the rest. */
function tlsByTheAnswer(asked: Asked | null): Finding {
  if (asked?.answered) return ok('Made through the proxy.')
  const fault = asked?.read
  return fault?.kind === 'unreachable' && fault.cause === 'tls' ? tlsFailed(fault.reason, null) : restsOnAnother
}

const proxyAdvice = 'Check the proxy settings of this computer, or ask for access through the proxy.'

function proxyFinding({ route, reach, asked }: Evidence): Finding {
  if (route.kind === 'unknown') {
    return failed(
      'The proxy settings of this computer could not be read.',
      'Check the proxy settings of this computer.',
    )
  }
  if (route.kind === 'direct') return notNeeded('None is used for this address.')
  if (reach === null || !reach.tcp.ok) return notReached('The proxy was not reached.')
  const where = place(route.hop)
  if (reach.tunnel?.ok === false) return failed(`The proxy at ${where} refused (${reach.tunnel.reason}).`, proxyAdvice)
  const fault = asked?.read
  if (fault?.kind === 'unreachable' && fault.cause === 'proxy') {
    const why = fault.reason === '' ? '' : ` (${fault.reason})`
    return failed(`The proxy at ${where} did not let the request through${why}.`, proxyAdvice)
  }
  return ok(`Used: ${where}.`)
}
