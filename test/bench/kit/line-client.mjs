import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** One JSON line asks, one answers. @param {string} path @param {object} question @returns {Promise<any>} rejects when nobody listens */
const askOnce = async (path, question) => {
  const socket = connect(path)
  socket.setEncoding('utf8')
  await once(socket, 'connect')
  socket.write(`${JSON.stringify(question)}\n`)
  let text = ''
  for await (const part of socket) {
    text += part
    if (text.endsWith('\n')) break
  }
  socket.destroy()
  return JSON.parse(text)
}

/** The same; while nobody listens yet it goes on trying for 20 s. @param {string} path @param {object} question @returns {Promise<any>} */
export const askAt = async (path, question) => {
  const until = performance.now() + 20_000
  for (;;) {
    try {
      return await askOnce(path, question)
    } catch (error) {
      if (performance.now() > until) throw error
      await wait(20)
    }
  }
}
