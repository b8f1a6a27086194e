import type { Entry } from './entry'

const aConnection =
  '{name, vendor, baseUrl, organization, keyState, health, message, paused, requestsLastHour, waitsUntil, jobs}'

export const connecting = {
  connect: {
    words: '',
    most: 0,
    options: ['name', 'vendor', 'url', 'org', 'key-stdin', 'no-proof', 'json'],
    about: 'make a connection',
    more: [
      'The key is proved by one request, then goes to the keychain. It is read from standard input, never from an',
      'argument, which others on this computer could see. Without --key-stdin the connection has no key.',
    ],
    json: aConnection,
    example: 'connect --name Outfitters --vendor merchantops --url https://api.merchantops.ai --key-stdin < key.txt',
  },
  key: {
    words: 'N',
    most: 1,
    options: ['key-stdin', 'no-proof', 'retry', 'json'],
    about: 'give a connection a new key, or look for its key again',
    more: ['The new key is proved as that of connect is, and takes the place of the old one. All else stays.'],
    json: aConnection,
    example: 'key Outfitters --key-stdin < key.txt',
  },
  connections: {
    words: '',
    most: 0,
    options: ['json'],
    about: 'all connections: health, key, pause, requests an hour',
    more: [
      'health is ok, quiet (nothing was asked in the last hour), not-tried (kept with --no-proof, and nothing was read with',
      'it yet), paused, waiting, reads-only or trouble.',
    ],
    json: `[${aConnection}]`,
    example: 'connections',
  },
  doctor: {
    words: 'N',
    most: 1,
    options: ['insist', 'json'],
    about: 'look at everything the connection needs',
    more: [
      'Ends with 1 when something is wrong. A key that may only watch is no more than a warning. A server that asked for no',
      'requests for now is not asked, unless you insist.',
    ],
    json: '{connection, vendor, origin, at, waitsUntil, steps: [{name, state, said, advice}]}',
    example: 'doctor Outfitters',
  },
  forget: {
    words: 'N',
    most: 1,
    options: ['json'],
    about: 'forget a connection, its key and its jobs',
    more: ['Ends with 1 when the keychain keeps the key all the same.'],
    json: '{connection, keyStays}',
    example: 'forget Outfitters',
  },
  pause: {
    words: '[N]',
    most: 1,
    options: ['json'],
    about: "stop the looks at a connection's jobs, or at all jobs",
    more: ['With a name its posts wait in the outbox as well; without one, what you send still goes out.'],
    json: '{paused, connection}',
    example: 'pause Outfitters',
  },
  resume: {
    words: '[N]',
    most: 1,
    options: ['json'],
    about: 'go on with the looks that pause stopped',
    more: ['A connection that was paused by its name goes on by its name.'],
    json: '{paused, connection}',
    example: 'resume Outfitters',
  },
} as const satisfies Readonly<Record<string, Entry>>
