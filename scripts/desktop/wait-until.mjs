/**
 * Resolves as soon as something is found: now, or after an event.
 * @template T
 * @param {{ readonly events: import('node:events').EventEmitter, readonly name: string, readonly find: () => T | undefined, readonly told: () => unknown, readonly limitMs?: number | undefined }} options told: what to show when it never came
 * @returns {Promise<T>}
 */
export const waitUntil = ({ events, name, find, told, limitMs = 45_000 }) =>
  new Promise((resolve, reject) => {
    const look = () => {
      const found = find()
      if (found === undefined) return
      clearTimeout(timer)
      events.off(name, look)
      resolve(found)
    }
    const timer = setTimeout(() => {
      events.off(name, look)
      reject(
        new Error(
          `waited ${limitMs} ms in vain; there is: ${JSON.stringify(told(), (key, value) => (key === 'icon' ? undefined : value))}`,
        ),
      )
    }, limitMs)
    events.on(name, look)
    look()
  })
