import { readFile } from 'node:fs/promises'
import { asked, help } from './arguments'
import { type FaultRule, faultRules } from './faults/rule'
import { startSandbox } from './server'
import { whyNot } from './why-not'

const WRONG_OPTIONS = 2

function leave(sentence: string, code: number): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}

const servers = ['MerchantOps', 'Retailgrid', 'control'] as const

/** Three ports are taken, and only the first of them was named. */
function portInUse({ port }: { readonly port?: number }, first: number): string {
  const server = port === undefined ? undefined : servers[port - first]
  return server === undefined
    ? 'The port is in use; choose another --port.'
    : `Port ${port}, for ${server}, is in use; choose another --port.`
}

async function rulesIn(file: string): Promise<readonly FaultRule[]> {
  const text = await readFile(file, 'utf8').catch(() => leave(`--faults: ${file} can't be read.`, WRONG_OPTIONS))
  const wrong = (why: string) => leave(`--faults: ${file} is no list of fault rules: ${why}.`, WRONG_OPTIONS)
  try {
    const given: unknown = JSON.parse(text)
    const rules = faultRules.safeParse(given)
    return rules.success ? rules.data : wrong(whyNot(rules.error, given))
  } catch {
    return wrong('no JSON')
  }
}

const options = asked(process.argv.slice(2))
switch (options.kind) {
  case 'help':
    process.stdout.write(`${help}\n`)
    break
  case 'wrong':
    leave(options.sentence, WRONG_OPTIONS)
    break
  case 'serve': {
    const { kind: _kind, faultsFile, ...rest } = options
    const faults = faultsFile === null ? [] : await rulesIn(faultsFile)
    const sandbox = await startSandbox({ ...rest, faults }).catch((error: NodeJS.ErrnoException & { port?: number }) =>
      leave(
        error.code === 'EADDRINUSE' ? portInUse(error, options.port) : `The sandbox can't start: ${error.message}`,
        1,
      ),
    )
    const stop = () => void sandbox.close().then(() => process.exit(0))
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
    // Last: whoever reads this line may stop us at once.
    process.stdout.write(`${JSON.stringify(sandbox.ready)}\n`)
  }
}
