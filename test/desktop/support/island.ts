import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { canSandbox } from '../../../scripts/desktop/as-user.mjs'
import type { Desktop } from '../../../scripts/desktop/open.mjs'
import { root } from '../../../scripts/project.mjs'
import { resolveRuntime } from '../../../scripts/runtime/resolve.mjs'

/** A namespace in which a user may set up a network; Chromium wants not to be root there, so a second one takes that away. */
const outer = ['--user', '--map-root-user', '--net']
const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0]
const inner = ['--user', `--map-user=${uid}`, `--map-group=${gid}`]

/** An address for documentation (RFC 5737): nobody has it, and it is no loopback. */
export const outside = '192.0.2.1'
export const islandPort = 8_443

const connected = `ip address add ${outside}/24 dev net0 && ip link set net0 up`
/** The other end of the cable is there for net0 to have a carrier. */
const plugIn = `ip link add net0 type veth peer name net1 && ip link set net1 up && ${connected}`
/** With its address, which Linux else answers to itself while the link is down. */
const cutOff = 'ip link set net0 down && ip address flush dev net0'

/** Whether this user may make a network of their own, and this machine has what it takes. */
export const mayMakeIslands = (): boolean =>
  spawnSync('unshare', [...outer, 'sh', '-c', `ip link set lo up && ${plugIn}`]).status === 0

/**
 * Starts the built app where there is no network but a loopback, until it is given another. What listens on `port` here
 * answers there at every address, on `islandPort`.
 */
export async function startOnAnIsland({ env, home }: Pick<Desktop, 'env' | 'home'>, profile: string, port: number) {
  const door = join(home, 'door')
  const gate = createServer(socket => {
    const onward = connect(port, '127.0.0.1')
    socket.on('error', () => onward.destroy())
    onward.on('error', () => socket.destroy())
    socket.pipe(onward).pipe(socket)
  })
  gate.listen(door)
  await once(gate, 'listening')
  const { executable } = await resolveRuntime()
  const app = [executable, '--disable-gpu', ...(canSandbox(null) ? [] : ['--no-sandbox']), root, '--live']
  const child = spawn(
    'unshare',
    [
      ...[...outer, process.execPath, join(root, 'test/desktop/support/island.cjs'), door, String(islandPort)],
      ...['unshare', ...inner, ...app, '--profile', profile],
    ],
    { env, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const exit = once(child, 'exit')
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<string> => String((await answers.next()).value ?? 'the app has ended')
  const tell = async (command: string): Promise<void> => {
    child.stdin.write(`${command}\n`)
    const answer = await next()
    if (answer !== 'done') throw new Error(`${command}: ${answer}`)
  }
  const ready = await next()
  if (ready !== 'ready') throw new Error(`no network of its own: ${ready}`)
  await tell('ip link set lo up')
  return {
    /** There is a network, for the first time. */
    plugIn: () => tell(plugIn),
    /** Every cable is out, every radio off. */
    cutOff: () => tell(cutOff),
    reconnect: () => tell(connected),
    async leave(): Promise<void> {
      child.stdin.end()
      await exit
      gate.close()
    },
  }
}
