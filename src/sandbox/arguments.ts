import { parseArgs } from 'node:util'
import { isLoopback } from './gate'
import { storyNames } from './stories/catalogue'

export type Asked =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string }
  | {
      readonly kind: 'serve'
      readonly host: string
      readonly port: number
      readonly seed: number
      readonly speed: number
      readonly story: string
      readonly latencyMs: number
      readonly faultsFile: string | null
    }

export const help = `Usage: npm run sandbox -- [options]

A pretend MerchantOps and Retailgrid on this machine, with jobs that live.
Prints one JSON line when it listens, and serves until SIGTERM or Ctrl-C.

  --host H       loopback host to listen on (127.0.0.1)
  --port P       MerchantOps on P, Retailgrid on P+1, control on P+2 (0: three free ports)
  --seed S       whole number; the same seed lives the same life (1)
  --speed X      sandbox seconds in a real one, 0 to 1000 (1)
  --story NAME   ${storyNames.slice(0, 3).join(', ')}, ...: GET /stories on the control port lists all (demo)
  --latency MS   wait before each answer (0)
  --faults FILE  JSON list of fault rules
  --help         this text`

/** Reads the command line. One sentence for the first thing that is wrong. */
export function asked(argv: readonly string[]): Asked {
  const parsed = parse(argv)
  if (typeof parsed === 'string') return { kind: 'wrong', sentence: parsed }
  if (parsed.help) return { kind: 'help' }
  const { host = '127.0.0.1', story = 'demo', faults } = parsed
  const wrong = (sentence: string): Asked => ({ kind: 'wrong', sentence })
  const port = number(parsed.port, 0)
  const seed = number(parsed.seed, 1)
  const speed = number(parsed.speed, 1)
  const latencyMs = number(parsed.latency, 0)
  if (!isLoopback(host)) return wrong(`--host must be a loopback address such as 127.0.0.1, not "${host}".`)
  if (!Number.isInteger(port) || port < 0 || port > 65_533)
    return wrong('--port must be a whole number from 0 to 65533.')
  if (!Number.isSafeInteger(seed)) return wrong('--seed must be a whole number.')
  if (!(speed >= 0 && speed <= 1_000)) return wrong('--speed must be a number from 0 to 1000.')
  if (!(latencyMs >= 0 && latencyMs <= 600_000)) return wrong('--latency must be a number of ms from 0 to 600000.')
  if (!storyNames.includes(story)) return wrong(`There is no story "${story}"; known are ${storyNames.join(', ')}.`)
  return { kind: 'serve', host, port, seed, speed, story, latencyMs, faultsFile: faults ?? null }
}

const number = (text: string | undefined, otherwise: number) =>
  text === undefined ? otherwise : text.trim() === '' ? Number.NaN : Number(text)

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...argv],
      options: {
        host: text,
        port: text,
        seed: text,
        speed: text,
        story: text,
        latency: text,
        faults: text,
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    // Node adds advice on further lines; the first sentence says what is wrong.
    const said = error instanceof Error ? (error.message.split(/\. |[.]?\n/)[0] ?? '') : 'Wrong options'
    return `${said.replace(/\.$/, '')}. See --help.`
  }
}
