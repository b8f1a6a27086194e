import type { RequestHandlers } from '../../shared/ipc'
import { proxyRefusal } from '../apis/http/usable-proxy'
import type { Board } from '../watch/board'

export type NetworkRequestPorts = {
  readonly board: Board
  /** `http://host:port`, or null for a direct way. */
  readonly proxyFor: (url: string) => Promise<string | null>
}

export const networkRequests = ({ board, proxyFor }: NetworkRequestPorts) =>
  ({
    'network:proxies': () =>
      Promise.all(
        board.parts().connections.map(async ({ id, baseUrl }) => {
          const proxy = await proxyFor(baseUrl)
          return { connectionId: id, proxy, refusal: proxy === null ? null : proxyRefusal(proxy) }
        }),
      ),
  }) satisfies Pick<RequestHandlers, 'network:proxies'>
