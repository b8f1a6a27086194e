import { smallest } from '../../src/main/profile/window-bounds'
import { resize } from './support/resize'
import { dialogs, pages, wrongsOn } from './support/screens'
import { expect, test } from './support/window'

test('with forced colours and reduced motion nothing moves on any page or dialog, and each control can be told from its ground', async ({
  openDemo,
}) => {
  const { page } = await openDemo()
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  const look = () =>
    page.evaluate(() => {
      const styles = [...document.querySelectorAll('*')].map(element => ({ element, style: getComputedStyle(element) }))
      const moving = styles
        .filter(({ style }) => parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0)
        .map(({ element }) => `moves: ${element.tagName} ${element.className}`)
      // What a sign is drawn with must not be the colour it is drawn on.
      const ground = getComputedStyle(document.body).backgroundColor
      const paints = (element: Element) => {
        const { stroke, fill } = getComputedStyle(element)
        return [stroke, fill].some(paint => paint !== 'none' && paint !== ground)
      }
      const unseen = styles
        .filter(({ element }) => element.matches('svg') && element.getClientRects().length > 0)
        .filter(({ element }) => ![...element.querySelectorAll('path, circle, rect, line, polyline')].some(paints))
        .map(({ element }) => `cannot be seen: ${element.outerHTML.slice(0, 80)}`)
      const fields = styles
        .filter(({ element }) =>
          element.matches('input:not([type=radio], [type=checkbox], [type=file]), textarea, select'),
        )
        // The palette is one field, and its edge is the dialog's.
        .filter(({ element }) => !element.matches('[role=dialog] [role=combobox]'))
        .filter(({ style, element }) => element.getClientRects().length > 0 && parseFloat(style.borderTopWidth) === 0)
        .map(({ element }) => `a field without an edge: ${element.outerHTML.slice(0, 80)}`)
      return [...moving, ...unseen, ...fields]
    })
  expect(await wrongsOn(page, [...pages, ...dialogs], look)).toEqual([])
})

const states = {
  pending: 'queued',
  in_progress: 'running',
  completed: 'finished',
  completed_with_warnings: 'warned',
  partial_success: 'partial',
  failed: 'failed',
  cancelled: 'cancelled',
  napping: 'odd',
} as const

/** Each state's word with its drawing, without colour and without how far it is. */
const drawnStates = () =>
  [...document.querySelectorAll('svg + span.sr-only')].map(word => {
    const drawing = word.previousElementSibling?.cloneNode(true)
    if (!(drawing instanceof SVGElement)) return ['', ''] as const
    for (const part of drawing.querySelectorAll('*')) {
      for (const colour of ['class', 'style', 'fill', 'stroke']) part.removeAttribute(colour)
      if (part.getAttribute('d')?.startsWith('M8 8V4.1')) part.removeAttribute('d')
    }
    return [word.textContent ?? '', drawing.innerHTML] as const
  })

test('without colour, and in forced colours, each state has a word and a shape of its own', async ({
  open,
  server,
  watchMerchant,
}) => {
  const ids = Object.entries(states).map(([status, id]) => [status, `crawl-${id}001`] as const)
  for (const [status, id] of ids) await server.control.merchantJob(id, { status, total_items: 10, processed_items: 4 })
  const { page } = await open()
  await watchMerchant(...ids.map(([, id]) => id))
  for (const forcedColors of ['none', 'active'] as const) {
    await page.emulateMedia({ forcedColors })
    // One row after the other comes into the window.
    await expect(async () => {
      const drawn = await page.evaluate(drawnStates)
      expect(new Set(drawn.map(([word]) => word)).size).toBe(ids.length)
      expect(new Set(drawn.map(([, shape]) => shape)).size).toBe(ids.length)
      expect(drawn.filter(([word, shape]) => word === '' || shape === '')).toEqual([])
    }).toPass()
  }
})

/** What is cut off although nothing says so: neither an ellipsis nor a way to scroll to it. */
const cutOff = () =>
  [...document.querySelectorAll('main *, [role=dialog] *, aside *')].flatMap(element => {
    const style = getComputedStyle(element)
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim() !== '')
    if (!own || element.closest('.sr-only, select, option, [aria-hidden=true]') || style.textOverflow === 'ellipsis')
      return []
    const tall = style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2
    const clamped = style.webkitLineClamp !== 'none'
    const { left, right, width } = element.getBoundingClientRect()
    // For a screen reader alone, where there is little room.
    for (let at: Element | null = element; at; at = at.parentElement)
      if (getComputedStyle(at).clipPath === 'inset(50%)') return []
    const scrolls = (() => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { overflowX, textOverflow } = getComputedStyle(at)
        if (overflowX === 'auto' || overflowX === 'scroll' || textOverflow === 'ellipsis') return true
      }
      return false
    })()
    const beside = width > 0 && !scrolls && (left < -1 || right > window.innerWidth + 1)
    return (tall && !clamped) || beside ? [`${element.tagName} “${element.textContent?.slice(0, 40)}”`] : []
  })

for (const width of ['narrow', 'wide'] as const)
  test(`text of 200 % in a ${width} window loses no word on any page or dialog`, async ({ openDemo }) => {
    const { app, page } = await openDemo()
    await resize({ app, page }, width === 'narrow' ? smallest.width : 1_200, 680)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect(await wrongsOn(page, [...pages, ...dialogs], () => page.evaluate(cutOff))).toEqual([])
  })
