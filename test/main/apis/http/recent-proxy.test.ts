import { describe, expect, it } from 'vitest'
import { recentProxy } from '../../../../src/main/apis/http/recent-proxy'

function aSystem(answers: readonly (string | null | Error)[]) {
  const asked: string[] = []
  const time = { now: 0 }
  const proxyFor = recentProxy(
    async url => {
      const answer = answers[Math.min(asked.length, answers.length - 1)] ?? null
      asked.push(url)
      if (answer instanceof Error) throw answer
      return answer
    },
    () => time.now,
  )
  return { asked, time, proxyFor }
}

describe('the proxy of an origin', () => {
  it('is asked for once by many requests, those at the same time among them', async () => {
    const { asked, proxyFor } = aSystem(['http://p:1'])
    const all = await Promise.all([1, 2, 3].map(id => proxyFor(`https://a.example/api/jobs/${id}`)))
    expect(all).toEqual(['http://p:1', 'http://p:1', 'http://p:1'])
    expect(await proxyFor('https://a.example/other')).toBe('http://p:1')
    expect(asked).toEqual(['https://a.example/api/jobs/1'])
  })

  it('is not taken for that of another, a port or a scheme apart', async () => {
    const { asked, proxyFor } = aSystem([null])
    await proxyFor('https://a.example/')
    await proxyFor('https://a.example:8443/')
    await proxyFor('http://a.example/')
    expect(asked).toHaveLength(3)
  })

  it('is asked for again after a quarter of a minute, so that a change is noticed', async () => {
    const { time, proxyFor } = aSystem([null, 'http://p:2'])
    expect(await proxyFor('https://a.example/')).toBeNull()
    time.now = 14_999
    expect(await proxyFor('https://a.example/')).toBeNull()
    time.now = 15_000
    expect(await proxyFor('https://a.example/')).toBe('http://p:2')
  })

  it('is asked for anew when the question failed', async () => {
    const { proxyFor } = aSystem([new Error('no session'), 'http://p:3'])
    await expect(proxyFor('https://a.example/')).rejects.toThrow('no session')
    expect(await proxyFor('https://a.example/')).toBe('http://p:3')
  })
})
