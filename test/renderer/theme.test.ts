import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../src/renderer/theme.css', import.meta.url), 'utf8')

type Colour = { readonly light: number; readonly dark: number }

/** Relative luminance of an OKLCH colour, as WCAG has it, by Ottosson's matrices; out-of-gamut parts are cut off. */
function luminance(lightness: number, chroma: number, hue: number): number {
  const [a, b] = [Math.cos((hue * Math.PI) / 180) * chroma, Math.sin((hue * Math.PI) / 180) * chroma]
  const [l, m, s] = [
    (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ]
  const cut = (value: number) => Math.min(1, Math.max(0, value))
  const red = cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const numbers = (text: string): [number, number, number] => {
  const [l = Number.NaN, c = Number.NaN, h = 0] = text.split(' ').map(Number)
  return [l, c, h]
}

const colours = new Map<string, Colour>(
  [...css.matchAll(/--([a-z-]+): light-dark\(oklch\(([\d. ]+)\), oklch\(([\d. ]+)\)\)/g)].map(
    ([, name = '', light = '', dark = '']) => [
      name,
      { light: luminance(...numbers(light)), dark: luminance(...numbers(dark)) },
    ],
  ),
)

function contrast(one: string, other: string, theme: keyof Colour): number {
  const [a, b] = [colours.get(one)?.[theme] ?? Number.NaN, colours.get(other)?.[theme] ?? Number.NaN]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const grounds = ['canvas', 'side', 'raised', 'hover', 'picked']
const texts = ['ink', 'soft', 'faint', 'good', 'warn', 'part', 'bad']

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  test.each(texts.flatMap(text => grounds.map(ground => [text, ground] as const)))(
    '%s can be read on %s',
    (text, ground) => expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5),
  )

  test('what stands on the accent can be read', () => {
    expect(contrast('on-accent', 'accent', theme)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['accent', 'bar-warn', 'bar-bad'])('%s can be told from the page', colour => {
    expect(contrast(colour, 'canvas', theme)).toBeGreaterThanOrEqual(3)
  })
})
