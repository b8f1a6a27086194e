import { capture } from '../setup/process.mjs'

/** @typedef {{ readonly uid: number, readonly gid: number, readonly name: string }} User */

/**
 * The setpriv call that runs a program as someone else, and ends it together with us (which PDEATHSIG does on Linux alone).
 * @param {User | null} user null: as we are
 * @returns {readonly string[]}
 */
export const setprivArguments = user => [
  ...(user === null ? [] : [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']),
  '--pdeathsig=KILL',
  '--',
]

/** Whether this machine's setpriv knows all of that. */
const hasSetpriv = () =>
  process.platform === 'linux' && capture('setpriv', [...setprivArguments(null), 'true']).code === 0

/** @type {boolean | undefined} */
let setpriv

/**
 * @param {User | null} user
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {{ file: string, args: readonly string[] }}
 */
export const asUser = (user, file, args) => {
  setpriv ??= hasSetpriv()
  return setpriv ? { file: 'setpriv', args: [...setprivArguments(user), file, ...args] } : { file, args }
}

/** @returns {User | null} */
const nobody = () => {
  const [name, , uid, gid] = capture('getent', ['passwd', 'nobody']).stdout.trim().split(':')
  return name !== undefined && Number(uid) > 0 ? { name, uid: Number(uid), gid: Number(gid) } : null
}

/**
 * Chromium's sandbox refuses root. As root this is the user to run the app as; null when we are not root, or when that
 * user cannot read what it must: then the app runs as we are, as root without a sandbox.
 * @param {readonly string[]} mustRead files
 * @returns {User | null}
 */
export const appUser = mustRead => {
  if (process.getuid?.() !== 0) return null
  const user = nobody()
  if (user === null) return null
  const { file, args } = asUser(user, 'sh', ['-c', 'for f; do test -r "$f" || exit 1; done', 'sh', ...mustRead])
  return file === 'setpriv' && capture(file, args).code === 0 ? user : null
}

/**
 * Whether Chromium's sandbox can work for that user: it needs user namespaces, which root is refused and some systems
 * (Ubuntu since 23.10, through AppArmor) deny to all.
 * @param {User | null} user
 */
export const canSandbox = user => {
  if (process.platform !== 'linux') return true
  if (user === null && process.getuid?.() === 0) return false
  const { file, args } = asUser(user, 'unshare', ['--user', '--map-root-user', 'true'])
  const { code } = capture(file, args)
  // 127: no unshare here to ask; Chromium finds out itself
  return code === 0 || code === 127
}
