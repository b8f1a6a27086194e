import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createHeap, type Heaped, nowhere } from '../../../src/main/watch/heap'

const item = (due: number): Heaped => ({ due, place: nowhere })

it('a heap gives back the earliest first, whatever was put in and taken out between', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ due: fc.nat({ max: 50 }), removes: fc.option(fc.nat({ max: 40 })) }), { maxLength: 80 }),
      steps => {
        const heap = createHeap<Heaped>()
        const model: Heaped[] = []
        for (const { due, removes } of steps) {
          const removed = removes === null ? undefined : model[removes]
          if (removed === undefined) {
            const fresh = item(due)
            heap.put(fresh)
            model.push(fresh)
          } else {
            heap.remove(removed)
            model.splice(model.indexOf(removed), 1)
          }
          expect(heap.size()).toBe(model.length)
          expect(heap.first()?.due).toBe(model.length === 0 ? undefined : Math.min(...model.map(each => each.due)))
        }
        const taken = Array.from({ length: model.length }, () => heap.take()?.due ?? -1)
        expect(taken).toEqual(model.map(each => each.due).sort((a, b) => a - b))
        expect(heap.take()).toBeUndefined()
      },
    ),
  )
})

it('what is in no heap, or in another, is not taken out', () => {
  const heap = createHeap<Heaped>()
  const other = createHeap<Heaped>()
  const [mine, theirs] = [item(1), item(2)]
  heap.put(mine)
  other.put(theirs)
  heap.remove(theirs)
  heap.remove(item(3))
  expect([heap.size(), other.first()]).toEqual([1, theirs])
})
