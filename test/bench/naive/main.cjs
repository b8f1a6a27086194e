// What is written in an afternoon: one interval a job, the whole detail each time, one message to the window a reply.
const { app, BrowserWindow, Menu, Notification, Tray } = require('electron')
const { join } = require('node:path')

const jobs = Number(process.env.NAIVE_JOBS ?? 0)
const every = Number(process.env.NAIVE_EVERY_MS ?? 5000)
const server = process.env.NAIVE_SERVER ?? ''
const ended = new Set(['completed', 'completed_with_warnings', 'partial_success', 'failed'])

app.on('window-all-closed', () => {})
app.whenReady().then(() => {
  const tray = new Tray(join(__dirname, '../../../resources/tray/idle.png'))
  tray.setToolTip('naive')
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', click: () => app.quit() }]))
  globalThis.tray = tray

  const window = new BrowserWindow({ show: false, webPreferences: { preload: join(__dirname, 'preload.cjs') } })
  void window.loadFile(join(__dirname, 'index.html'))
  const last = new Map()
  for (let number = 0; number < jobs; number += 1) {
    const look = async () => {
      try {
        const answer = await fetch(`${server}/api/jobs/bench-${number}`)
        const job = await answer.json()
        if (last.has(number) && last.get(number) !== job.status && ended.has(job.status))
          new Notification({ title: job.job_id, body: job.status }).show()
        last.set(number, job.status)
        window.webContents.send('job', job)
      } catch {
        // the next interval tries again
      }
    }
    setInterval(look, every)
  }
})
