/** Code that is run in the page by the probe; each gives back what it found. */

/** Waits for the first row and the painting after it; ms since 1970. */
export const firstRow = `new Promise(resolve => {
  const look = () => {
    if (document.querySelector('li[data-index]') === null) return setTimeout(look, 2)
    requestAnimationFrame(() => setTimeout(() => resolve(Date.now()), 0))
  }
  look()
})`

/** Scrolls for three seconds; ms between frames. */
export const scrolled = `new Promise(resolve => {
  const list = document.querySelector('ul[aria-label="Watched jobs"]').parentElement
  const begun = performance.now()
  const gaps = []
  let last = begun
  const step = now => {
    gaps.push(now - last)
    last = now
    list.scrollTop += 40
    if (now - begun < 3000) requestAnimationFrame(step)
    else resolve(gaps.slice(2))
  }
  requestAnimationFrame(step)
})`

/** Types into the filter, sign by sign; for each, ms until the painting after it. */
export const filtered = `(async () => {
  const field = document.querySelector('input[aria-label="Filter jobs"]')
  const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
  const waits = []
  for (const text of ['9', '99', '999', '99', '9', '']) {
    const begun = performance.now()
    put.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 0)))
    waits.push(performance.now() - begun)
    await new Promise(resolve => setTimeout(resolve, 300))
  }
  return waits
})()`

export const elements = `document.querySelectorAll('*').length`
