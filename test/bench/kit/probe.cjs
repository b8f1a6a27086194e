// Loaded into an app's main process by the bench alone (`electron -r`): answers questions over a socket, one JSON line each.
const { createServer } = require('node:net')
const { monitorEventLoopDelay } = require('node:perf_hooks')
const { app, BrowserWindow, webContents } = require('electron')

const delay = monitorEventLoopDelay({ resolution: 5 })
let sent = 0
const shown = { asked: 0, ready: 0 }

app.on('web-contents-created', (_event, contents) => {
  const send = contents.send.bind(contents)
  contents.send = (...args) => {
    sent += 1
    send(...args)
  }
})
app.on('browser-window-created', (_event, window) => {
  shown.asked = Date.now()
  window.once('ready-to-show', () => {
    shown.ready = Date.now()
  })
})

const answers = {
  'delay-start': () => {
    delay.reset()
    delay.enable()
  },
  'delay-read': () => ({ p99: delay.percentile(99) / 1e6, max: delay.max / 1e6, mean: delay.mean / 1e6 }),
  sent: () => sent,
  shown: () => shown,
  close: () => BrowserWindow.getAllWindows()[0]?.close(),
  destroy: () => BrowserWindow.getAllWindows()[0]?.destroy(),
  windows: () => BrowserWindow.getAllWindows().length,
  /** Runs in the page and gives back what comes of it. */
  page: ({ code }) => webContents.getAllWebContents()[0]?.executeJavaScript(code),
}

const server = createServer(socket => {
  socket.on('error', () => socket.destroy())
  let text = ''
  socket.on('data', async part => {
    text += part
    if (!text.endsWith('\n')) return
    const question = JSON.parse(text)
    text = ''
    const value = await Promise.resolve(answers[question.do](question)).catch(error => String(error))
    socket.write(`${JSON.stringify({ value: value ?? null })}\n`)
  })
})
server.listen(process.env.BENCH_PROBE)
app.on('will-quit', () => server.close())
