import { net, powerMonitor } from 'electron'
import type { Watching } from '../watching'

type Heard = Pick<Watching, 'fellAsleep' | 'woke' | 'locked' | 'unlocked' | 'onBattery'>

/** Hands on what the system says of sleep, lock and battery. On Linux sleep comes twice (reliability trap 10). */
export function hearPower(heard: Heard, trouble: (where: string, error: unknown) => void): void {
  powerMonitor.on('suspend', heard.fellAsleep)
  powerMonitor.on('resume', heard.woke)
  if (process.platform === 'linux') {
    import('./linux-power').then(({ hearLinuxPower }) => hearLinuxPower(heard)).catch(error => trouble('power', error))
    return
  }
  powerMonitor.on('lock-screen', heard.locked)
  powerMonitor.on('unlock-screen', heard.unlocked)
  powerMonitor.on('on-battery', () => heard.onBattery(true))
  powerMonitor.on('on-ac', () => heard.onBattery(false))
  heard.onBattery(powerMonitor.isOnBatteryPower())
}

/** A hint only: false where there is nothing but a loopback, whatever answers on it. */
export const systemIsOnline = (): boolean => net.isOnline()
