import type { MiddlewareHandler } from 'hono'
import { detail } from './replies'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

/** Hosts that never leave this machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host)
}

/**
 * Refuses what a web page could send here: a foreign Host (DNS rebinding) or a foreign Origin.
 * No CORS header is ever answered, so a page can read nothing either.
 */
export const gate: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? ''
  if (!LOOPBACK.test(host)) return detail(c, 403, 'This server answers to its loopback name only')
  const origin = c.req.header('origin')
  if ((origin !== undefined && origin !== `http://${host}`) || c.req.header('sec-fetch-site') === 'cross-site') {
    return detail(c, 403, 'Requests from web pages are not answered')
  }
  return next()
}
