// The floor: the least an Electron tray app can be, on the same runtime.
const { app, Tray, Menu } = require('electron')
const { join } = require('node:path')

app.on('window-all-closed', () => {})
app.whenReady().then(() => {
  const tray = new Tray(join(__dirname, '../../../resources/tray/idle.png'))
  tray.setToolTip('bare')
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', click: () => app.quit() }]))
  globalThis.tray = tray
})
