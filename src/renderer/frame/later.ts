import { type ComponentType, createElement, type FunctionComponent, use } from 'react'

type Fetch = () => Promise<unknown>

/** What has not been asked for yet, in the order in which it is most likely to be. */
const toCome: Fetch[] = []

/**
 * A part of the window whose code stays out of the first file, so that the list is painted sooner. Unlike `lazy` of
 * React, it is drawn at once and without a pause when its code has come already. Stands within a `Suspense`.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): FunctionComponent<Props> {
  let part: ComponentType<Props> | null = null
  let coming: Promise<void> | null = null
  const fetch = (): Promise<void> => {
    coming ??= load().then(loaded => {
      part = loaded
    })
    return coming
  }
  toCome.push(fetch)
  return props => {
    if (part === null) use(fetch())
    return part === null ? null : createElement(part, props)
  }
}

/** Fetches them all, one whenever the page has nothing better to do: no page of the window is waited for by a person. */
export function fetchTheRest(whenIdle: (work: () => void) => void): void {
  const next = (): void => {
    const fetch = toCome.shift()
    // A file that cannot be read is told by the part itself, when it is asked for.
    if (fetch !== undefined) whenIdle(() => void fetch().then(next, next))
  }
  next()
}
