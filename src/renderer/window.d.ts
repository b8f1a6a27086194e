import type { Bridge } from '../preload/index'

declare global {
  interface Window {
    readonly jobtray: Bridge
  }
}
