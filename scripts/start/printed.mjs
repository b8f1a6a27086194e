/** @typedef {{ readonly title: string, readonly body: string }} Words of a notification, as its daemon got them */

const signs = /** @type {const} */ ({ '&lt;': '<', '&gt;': '>', '&amp;': '&' })

/** Daemons read markup in a body, so the app escapes what would be some; a person at a terminal reads the signs. @param {string} text */
const unescaped = text => text.replaceAll(/&(?:lt|gt|amp);/g, sign => signs[/** @type {keyof typeof signs} */ (sign)])

/** @param {string} text */
const oneLine = text => text.split('\n').filter(Boolean).join(' | ')

/** `tray  4 active, 1 needs attention`. @param {string} tooltip */
export const trayLine = tooltip => `tray  ${oneLine(tooltip)}`

/** `notice  Crawl failed - 40 of 100 items | 5f2c81d0 · Outfitters`. @param {Words} words */
export const noticeLine = ({ title, body }) => `notice  ${title} - ${oneLine(unescaped(body))}`

/** For one that the app takes off the screen again: `notice  no longer so: Crawl has stalled - 5f2c81d0 · Outfitters`. @param {Words} words */
export const withdrawnLine = ({ title, body }) =>
  `notice  no longer so: ${title} - ${
    unescaped(body)
      .split('\n')
      .findLast(line => line.includes(' · ')) ?? ''
  }`

/**
 * Without a window to begin in. A profile that was named has to be named to `jobtray` too.
 * @param {string | null} profile
 */
export const firstStep = profile =>
  `There is no connection yet. In another terminal: npm run -s jobtray -- ${
    profile === null ? '' : `--profile '${profile.replaceAll("'", "'\\''")}' `
  }connect --help`
