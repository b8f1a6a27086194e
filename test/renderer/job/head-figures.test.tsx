import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { HeadFigures } from '../../../src/renderer/job/head-figures'

/** The pieces between which a line may break. */
const pieces = (markup: string) =>
  [...markup.matchAll(/<span class="whitespace-nowrap">([^<]*)<\/span>/g)].map(([, text]) => text)

test('beside a headline the share and the time left each stay whole, and go to the next line together', () => {
  const markup = renderToStaticMarkup(<HeadFigures percent={54} estimated={false} left="about 1 min left" />)
  expect(pieces(markup)).toEqual(['54 % ·', 'about 1 min left'])
  expect(markup).toMatch(/^<span class="inline-block [^"]*">.*<\/span>$/)
})

test('a share alone has no dot, one of ours is about right, and where nothing is known nothing is said', () => {
  const of = (percent: number | null, estimated: boolean, left = '') =>
    renderToStaticMarkup(<HeadFigures percent={percent} estimated={estimated} left={left} />)
  expect(pieces(of(54, false))[0]).toBe('54 %')
  expect(pieces(of(54, true))[0]).toBe('about 54 %')
  expect(pieces(of(null, false, 'under a minute left'))).toEqual(['under a minute left'])
  expect(of(null, false)).toBe('')
})
