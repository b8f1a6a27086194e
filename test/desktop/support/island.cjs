// Runs in a network of its own: starts the app there, answers at every address of that network with what stands behind
// the socket at `door`, and does what each line on its input says, a command of one line. It ends with the app, or when
// its input does: then the app ends too.
const { spawn, spawnSync } = require('node:child_process')
const { connect, createServer } = require('node:net')
const { createInterface } = require('node:readline')

const [door, port, file, ...args] = process.argv.slice(2)

createServer(socket => {
  const onward = connect(door)
  for (const [one, other] of [
    [socket, onward],
    [onward, socket],
  ]) {
    one.on('error', () => other.destroy())
    one.pipe(other)
  }
}).listen(Number(port), '0.0.0.0', () => {
  const app = spawn(file, args, { stdio: 'ignore' })
  app.once('exit', () => process.exit())
  process.stdout.write('ready\n')
  createInterface({ input: process.stdin })
    .on('line', line => {
      const { status, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8' })
      process.stdout.write(status === 0 ? 'done\n' : `${stderr.trim().replaceAll('\n', ' ')}\n`)
    })
    .once('close', () => app.kill('SIGKILL'))
})
