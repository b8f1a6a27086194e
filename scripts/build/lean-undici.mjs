/// <reference path="./undici-parts.d.ts" />
/**
 * Stands in the bundle for undici's own entry, which runs its fetch, caches, cookies and web sockets as soon as it is
 * loaded; we make requests through agents alone. Whoever imports anything else of undici in main is told by the bundler.
 */
import connect from 'undici/lib/api/api-connect.js'
import buildConnector from 'undici/lib/core/connect.js'
import Agent from 'undici/lib/dispatcher/agent.js'
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js'
import Pool from 'undici/lib/dispatcher/pool.js'
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js'
import Socks5ProxyAgent from 'undici/lib/dispatcher/socks5-proxy-agent.js'

// as undici's index.js does; a proxy's tunnel is opened by `connect`
Object.assign(Dispatcher.prototype, { connect })

export { Agent, buildConnector, Pool, ProxyAgent, Socks5ProxyAgent }
