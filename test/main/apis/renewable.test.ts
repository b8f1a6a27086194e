import { describe, expect, it } from 'vitest'
import type { Http } from '../../../src/main/apis/http'
import type { HttpRequest } from '../../../src/main/apis/jobs-api'
import { renewable } from '../../../src/main/apis/renewable'
import { bad } from '../../../src/shared/fault'

const request: HttpRequest = { method: 'GET', url: 'https://api.example.com/', headers: {}, maxBytes: 1 }
const answer = bad({ kind: 'not-found', said: null })

/** A client whose answers are let go one by one. */
function aClient() {
  const waiting: (() => void)[] = []
  const state = { closed: 0, asked: 0 }
  const client: Http = {
    http: () => {
      state.asked += 1
      return new Promise(resolve => waiting.push(() => resolve(answer)))
    },
    close: async () => {
      state.closed += 1
    },
  }
  return { client, state, letGo: () => waiting.shift()?.() }
}

describe('a client that is exchanged', () => {
  it('at rest is closed at once', () => {
    const before = aClient()
    renewable(before.client).renew(aClient().client)
    expect(before.state.closed).toBe(1)
  })

  it('may close badly, which costs nobody an answer', async () => {
    const { client } = aClient()
    const after = aClient()
    const both = renewable({ ...client, close: () => Promise.reject(new Error('ill')) })
    both.renew(after.client)
    const asked = both.http(request)
    await new Promise(resolve => setImmediate(resolve))
    after.letGo()
    expect(await asked).toEqual(answer)
  })

  it('lets what is under way end on the one it began with, and only then closes that', async () => {
    const [before, after] = [aClient(), aClient()]
    const both = renewable(before.client)
    const first = both.http(request)
    const second = both.http(request)
    both.renew(after.client)
    const third = both.http(request)
    expect([before.state, after.state]).toEqual([
      { asked: 2, closed: 0 },
      { asked: 1, closed: 0 },
    ])
    before.letGo()
    expect(await first).toEqual(answer)
    expect(before.state.closed).toBe(0)
    before.letGo()
    expect(await second).toEqual(answer)
    expect(before.state.closed).toBe(1)
    after.letGo()
    expect(await third).toEqual(answer)
    expect(after.state.closed).toBe(0)
  })

  it('is closed with all that still waits at the end of the app', async () => {
    const [before, after] = [aClient(), aClient()]
    const both = renewable(before.client)
    void both.http(request)
    both.renew(after.client)
    await both.close()
    expect([before.state.closed, after.state.closed]).toEqual([1, 1])
  })
})
