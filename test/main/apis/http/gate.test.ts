import { describe, expect, it } from 'vitest'
import { createGate } from '../../../../src/main/apis/http/gate'

/** Work that ends when told to. */
function aTask() {
  let finish: () => void = () => {}
  const done = new Promise<void>(resolve => {
    finish = resolve
  })
  return { done, finish }
}

const settled = () => new Promise<void>(resolve => setImmediate(resolve))

describe('the gate before an origin', () => {
  it('lets no more in than its limit, the rest in order of arrival', async () => {
    const gate = createGate(2)
    const begun: number[] = []
    const tasks = Array.from({ length: 5 }, aTask)
    const all = tasks.map((task, index) =>
      gate('a', () => {
        begun.push(index)
        return task.done
      }),
    )
    await settled()
    expect(begun).toEqual([0, 1])
    tasks[1]?.finish()
    await settled()
    expect(begun).toEqual([0, 1, 2])
    for (const task of tasks) task.finish()
    await Promise.all(all)
    expect(begun).toEqual([0, 1, 2, 3, 4])
  })

  it('keeps no origin waiting for another', async () => {
    const gate = createGate(1)
    const stuck = aTask()
    const waiting = gate('slow', () => stuck.done)
    expect(await gate('quick', async () => 'done')).toBe('done')
    stuck.finish()
    await waiting
  })

  it('gives the place back when the work throws', async () => {
    const gate = createGate(1)
    await expect(gate('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await gate('a', async () => 'next')).toBe('next')
  })
})
