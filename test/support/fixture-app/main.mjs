import { app, Menu, Notification, nativeImage, Tray } from 'electron'

/** The smallest app with a tray, a menu and a notification: what the private desktop is tried on. */

const report = text => console.log(`fixture ${text}`)

app.whenReady().then(() => {
  report(`${app.getName()} ${app.getVersion()} ${app.getAppPath()}`)
  const tray = new Tray(nativeImage.createFromBitmap(Buffer.alloc(22 * 22 * 4, 0xff), { width: 22, height: 22 }))
  const menu = percent =>
    Menu.buildFromTemplate([
      { label: `Crawl · ${percent} %`, click: () => showNext() },
      { type: 'separator' },
      { label: 'Pause', type: 'checkbox', checked: true },
      { label: 'More', submenu: [{ label: 'Inner', enabled: false }] },
      { label: 'Quit', click: () => app.quit() },
    ])
  tray.setToolTip('1 active')
  tray.setContextMenu(menu(10))
  tray.on('click', () => tray.setToolTip('activated'))

  const notice = new Notification({ title: 'Crawl finished', body: '3 of 3 items' })
  notice.on('click', () => tray.setToolTip('notice clicked'))
  const showNext = () => {
    tray.setToolTip('2 active')
    tray.setContextMenu(menu(20))
    notice.show()
  }
})
