import { z } from 'zod'

/** Pixels as the system counts them, before scaling. */
export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export const smallest = { width: 420, height: 360 } as const
const usual = { width: 960, height: 680 } as const
/** So much of the window's upper edge must lie on a screen that a hand can take hold of it, px. */
const grip = { width: 120, height: 24 } as const

const pixels = z.number().int().min(-100_000).max(100_000)
const leftSchema = z.object({ x: pixels, y: pixels, width: pixels, height: pixels, maximized: z.boolean() })
/** How a person left the window. */
export type LeftWindow = Readonly<z.infer<typeof leftSchema>>

export type OpeningWindow = {
  readonly width: number
  readonly height: number
  /** Null: where the system puts it. */
  readonly at: { readonly x: number; readonly y: number } | null
  readonly maximized: boolean
}

/**
 * How the window opens: as it was left, made to fit the screens there are now; a screen may have been unplugged
 * meanwhile. `workAreas`: of each screen, what no panel covers; the first one is the main one.
 */
export function openingWindow(left: unknown, workAreas: readonly Bounds[]): OpeningWindow {
  const read = leftSchema.safeParse(left)
  if (!read.success) return { ...usual, at: null, maximized: false }
  const { x, y, maximized } = read.data
  const screen = workAreas.find(area => canBeGripped(read.data, area))
  const room = screen ?? workAreas[0] ?? usual
  return {
    width: Math.max(smallest.width, Math.min(read.data.width, room.width)),
    height: Math.max(smallest.height, Math.min(read.data.height, room.height)),
    at: screen === undefined ? null : { x, y },
    maximized,
  }
}

function canBeGripped(window: Bounds, area: Bounds): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  return across >= grip.width && window.y >= area.y && window.y + grip.height <= area.y + area.height
}
