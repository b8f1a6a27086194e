/** Every option there is: what parseArgs needs, the name of its value, and what it does. */
export const options = {
  profile: { type: 'string', value: 'DIR', about: 'the app that runs in this folder' },
  demo: { type: 'boolean', value: null, about: 'the demo that npm start runs' },
  help: { type: 'boolean', short: 'h', value: null, about: 'this; after a command, its own page' },
  version: { type: 'boolean', value: null, about: 'what this is' },
  json: { type: 'boolean', value: null, about: 'one JSON value on standard output' },
  name: { type: 'string', value: 'N', about: 'how the connection is called' },
  vendor: { type: 'string', value: 'V', about: 'merchantops or retailgrid' },
  url: { type: 'string', value: 'U', about: 'where the API is, such as https://api.merchantops.ai' },
  org: { type: 'string', value: 'O', about: 'the organization, for MerchantOps alone' },
  'key-stdin': { type: 'boolean', value: null, about: 'read the key from standard input' },
  'no-proof': { type: 'boolean', value: null, about: 'keep it although the server could not be asked' },
  retry: { type: 'boolean', value: null, about: 'look into the keychain again, once it is unlocked' },
  state: { type: 'string', value: 'WORD', about: 'only jobs in this state; several, parted by commas' },
  connection: { type: 'string', value: 'N', about: 'only jobs of this connection' },
  type: { type: 'string', value: 'T', about: 'the job type' },
  total: { type: 'string', value: 'K', about: 'how many items there are' },
  metadata: { type: 'string', value: 'FILE', about: 'a JSON object; - is standard input' },
  'triggered-by': { type: 'string', value: 'X', about: 'who set it off' },
  start: { type: 'boolean', value: null, about: 'mark the job as started' },
  complete: { type: 'boolean', value: null, about: 'mark it as complete; that cannot be taken back' },
  fail: { type: 'string', value: 'TEXT', about: 'mark it as failed, and say why; that cannot be taken back' },
  processed: { type: 'string', value: 'K', about: 'how many items are done in all' },
  stage: { type: 'string', value: 'S', about: 'what it is at' },
  message: { type: 'string', value: 'M', about: 'one line about it' },
  error: { type: 'string', value: 'JSON', about: 'entity_key, error_type, message; also entity_type, step, details' },
  warning: { type: 'string', value: 'JSON', about: 'the same of a warning' },
  patch: { type: 'string', value: 'FILE', about: 'a JSON object laid over the metadata; - is standard input' },
  'dry-run': { type: 'boolean', value: null, about: 'print the request and send nothing' },
  timeout: { type: 'string', value: 'SECONDS', about: 'wait no longer' },
  refused: { type: 'boolean', value: null, about: 'also what a server refused; decide send sends it again' },
  insist: { type: 'boolean', value: null, about: 'ask although the server asked for no requests for now' },
  family: { type: 'boolean', value: null, about: 'wait for its linked jobs as well; the worst counts' },
} as const satisfies Readonly<Record<string, Option>>

type Option = {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** What stands for its value; null: it takes none. */
  readonly value: string | null
  readonly about: string
}

export type OptionName = keyof typeof options

/** What goes with every command. */
export const everywhere = ['profile', 'demo', 'help', 'version'] as const satisfies readonly OptionName[]

/** `--processed K` */
export const written = (name: OptionName): string => {
  const { value } = options[name]
  return value === null ? `--${name}` : `--${name} ${value}`
}
