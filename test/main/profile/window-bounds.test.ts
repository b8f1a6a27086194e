import { describe, expect, it } from 'vitest'
import { openingWindow } from '../../../src/main/profile/window-bounds'

const main = { x: 0, y: 25, width: 1_440, height: 875 }
const right = { x: 1_440, y: 0, width: 1_920, height: 1_080 }
const left = { x: 200, y: 100, width: 800, height: 600, maximized: false }
const anywhere = { width: 960, height: 680, at: null, maximized: false }

describe('where the window opens', () => {
  it('is where it was left', () => {
    expect(openingWindow(left, [main])).toEqual({ width: 800, height: 600, at: { x: 200, y: 100 }, maximized: false })
  })

  it('is on the second screen when it was left there', () => {
    expect(openingWindow({ ...left, x: 2_000, y: 0 }, [main, right]).at).toEqual({ x: 2_000, y: 0 })
  })

  it('is for the system to say when its screen is gone, but as large as it was left', () => {
    expect(openingWindow({ ...left, x: 2_000 }, [main])).toEqual({
      width: 800,
      height: 600,
      at: null,
      maximized: false,
    })
  })

  it.each([
    ['above every screen', { y: -40 }],
    ['under the panel', { y: 0 }],
    ['below the screen', { y: 890 }],
    ['left of it, but for a sliver', { x: -700 }],
    ['right of it, but for a sliver', { x: 1_400 }],
  ])('is not where no hand could take hold of it: %s', (_name, moved) => {
    expect(openingWindow({ ...left, ...moved }, [main]).at).toBeNull()
  })

  it('may hang over an edge', () => {
    expect(openingWindow({ ...left, x: -600, y: 800 }, [main]).at).toEqual({ x: -600, y: 800 })
  })

  it('fits a smaller screen, and is never too small to use', () => {
    expect(openingWindow({ ...left, width: 5_000, height: 3_000 }, [main])).toMatchObject({ width: 1_440, height: 875 })
    expect(openingWindow({ ...left, width: 10, height: -5 }, [main])).toMatchObject({ width: 420, height: 360 })
  })

  it('is maximized when it was left so', () => {
    expect(openingWindow({ ...left, maximized: true }, [main]).maximized).toBe(true)
  })

  it.each([null, undefined, 'here', [], {}, { ...left, x: 'x' }, { ...left, width: 1e9 }, { ...left, y: 0.5 }])(
    'is the usual place when the file says %j',
    raw => {
      expect(openingWindow(raw, [main])).toEqual(anywhere)
    },
  )
})
