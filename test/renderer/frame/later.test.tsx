import { Suspense } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { fetchTheRest, later } from '../../../src/renderer/frame/later'

test('the rest is fetched one after the other when the page is idle, and then drawn without a pause', async () => {
  const fetched: string[] = []
  const part = (name: string) =>
    later(async () => {
      fetched.push(name)
      return ({ word }: { readonly word: string }) => <p>{`${name} ${word}`}</p>
    })
  const First = part('first')
  const Second = part('second')
  const drawn = () =>
    renderToStaticMarkup(
      <Suspense fallback="not yet">
        <First word="page" />
        <Second word="page" />
      </Suspense>,
    )

  const idle: (() => void)[] = []
  fetchTheRest(work => void idle.push(work))
  expect(fetched).toEqual([])
  idle.shift()?.()
  expect(fetched).toEqual(['first'])
  await expect.poll(() => idle.length).toBe(1)
  expect(drawn()).toContain('not yet')
  idle.shift()?.()
  await expect.poll(drawn).toBe('<p>first page</p><p>second page</p>')
  expect(fetched).toEqual(['first', 'second'])
})
