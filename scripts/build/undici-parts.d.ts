/** undici declares no types for its parts. */
declare module 'undici/lib/*' {
  const part: unknown
  export default part
}
declare module 'undici/lib/dispatcher/dispatcher.js' {
  import { Dispatcher } from 'undici'
  export default Dispatcher
}
