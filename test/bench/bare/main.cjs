// The floor: the least an Electron tray app can be, on the same runtime. A click on its tray opens the least of windows;
// with BARE_OPENS=1 it opens at the start.
const { app, BrowserWindow, Menu, Tray } = require('electron')
const { join } = require('node:path')

app.on('window-all-closed', () => {})
app.whenReady().then(() => {
  const tray = new Tray(join(__dirname, '../../../resources/tray/idle.png'))
  tray.setToolTip('bare')
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', click: () => app.quit() }]))
  const open = () => {
    const window = new BrowserWindow({ width: 960, height: 680, show: false })
    window.once('ready-to-show', () => window.show())
    void window.loadFile(join(__dirname, 'index.html'))
  }
  tray.on('click', open)
  if (process.env.BARE_OPENS === '1') open()
  globalThis.tray = tray
})
