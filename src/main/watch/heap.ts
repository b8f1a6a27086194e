/** What can stand in a heap; `place` is the heap's own note, so that anything can be taken out again. */
export type Heaped = { due: number; place: number }

/** In no heap. */
export const nowhere = -1

/** Earliest first. Putting in, taking out and moving cost the logarithm of its size. */
export function createHeap<Item extends Heaped>() {
  const items: Item[] = []

  const set = (item: Item, place: number) => {
    items[place] = item
    item.place = place
  }
  const rise = (item: Item, from: number) => {
    let place = from
    while (place > 0) {
      const parent = items[(place - 1) >> 1]
      if (parent === undefined || parent.due <= item.due) break
      set(parent, place)
      place = (place - 1) >> 1
    }
    set(item, place)
  }
  const sink = (item: Item, from: number) => {
    let place = from
    for (;;) {
      const left = items[2 * place + 1]
      const right = items[2 * place + 2]
      const child = right !== undefined && left !== undefined && right.due < left.due ? right : left
      if (child === undefined || child.due >= item.due) break
      const next = child.place
      set(child, place)
      place = next
    }
    set(item, place)
  }

  const heap = {
    size: (): number => items.length,
    first: (): Item | undefined => items[0],
    put(item: Item): void {
      items.push(item)
      rise(item, items.length - 1)
    },
    remove(item: Item): void {
      const { place } = item
      if (items[place] !== item) return
      item.place = nowhere
      const last = items.pop()
      if (last === undefined || last === item) return
      const parent = items[(place - 1) >> 1]
      if (place > 0 && parent !== undefined && parent.due > last.due) rise(last, place)
      else sink(last, place)
    },
    take(): Item | undefined {
      const item = items[0]
      if (item !== undefined) heap.remove(item)
      return item
    },
  }
  return heap
}

export type Heap<Item extends Heaped> = ReturnType<typeof createHeap<Item>>
