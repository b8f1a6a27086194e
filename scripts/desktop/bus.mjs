import { chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { firstLine, startChild } from './children.mjs'

/**
 * Everyone on this bus is ours; root may join because the tray host and the recorder live in the test process.
 * @param {{ readonly socket: string, readonly services: string }} paths
 */
const busConfig = ({
  socket,
  services,
}) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${services}</servicedir>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
  </policy>
  <limit name="service_start_timeout">150000</limit>
</busconfig>
`

/** @typedef {{ readonly name: string, readonly command: string }} Activatable a service that the bus starts on demand */

/**
 * A session bus of its own, with a service folder of its own: nothing of the machine can be activated on it.
 * @param {{ readonly folder: string, readonly user: import('./as-user.mjs').User | null, readonly env: NodeJS.ProcessEnv, readonly activatable: readonly Activatable[] }} options
 */
export const startBus = async ({ folder, user, env, activatable }) => {
  const services = join(folder, 'services')
  mkdirSync(services)
  for (const { name, command } of activatable) {
    writeFileSync(join(services, `${name}.service`), `[D-BUS Service]\nName=${name}\nExec=${command}\n`)
  }
  const home = join(folder, 'bus')
  mkdirSync(home, { mode: 0o700 })
  if (user !== null) chownSync(home, user.uid, user.gid)
  const config = join(folder, 'bus.conf')
  writeFileSync(config, busConfig({ socket: join(home, 'socket'), services }))
  const daemon = startChild(
    'dbus-daemon',
    ['--nofork', '--nopidfile', `--config-file=${config}`, '--print-address=3'],
    {
      user,
      env,
    },
  )
  const address = await firstLine(daemon, 'dbus-daemon')
  return { address, stop: daemon.stop }
}
