import { merchantApp } from '../../../src/sandbox/merchantops/app'
import { retailApp } from '../../../src/sandbox/retailgrid/app'
import { aWorld } from './a-world'

export type InnerAnswer = { readonly status: number; readonly body: { readonly [name: string]: unknown } }

/** Both APIs without HTTP: for tests that ask a thousand times. */
export function anApi() {
  const world = aWorld()
  const { clock, callers, merchants, retailers } = world
  const merchant = merchantApp({ clock, callers, jobs: merchants, random: world.random('api') })
  const retail = retailApp({ clock, callers, jobs: retailers })
  const authorization = `Bearer ${callers.keys.full}`
  const answer = async (response: Response): Promise<InnerAnswer> => ({
    status: response.status,
    body: JSON.parse(await response.text()),
  })

  return {
    world,
    post: async (path: string, body: unknown) => {
      const headers = { authorization, 'content-type': 'application/json' }
      return answer(await merchant.request(path, { method: 'POST', headers, body: JSON.stringify(body) }))
    },
    get: async (path: string) => answer(await merchant.request(path, { headers: { authorization } })),
    retail: async (jobId: string) =>
      answer(await retail.request(`/v1/jobs/${jobId}`, { headers: { authorization: `Bearer ${callers.retailKey}` } })),
  }
}
