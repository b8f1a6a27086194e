import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ensureBuilt } from './build/ensure-built.mjs'
import { root } from './project.mjs'
import { whenOrphaned } from './setup/orphan.mjs'
import { setUpPackages } from './setup/set-up.mjs'
import { runCommand } from './setup/stop.mjs'
import { endIfOnlyAsked } from './setup/usage.mjs'

/** `npm run soak -- --minutes 20`: bundles the two programs of test/soak for plain Node and runs them. */
endIfOnlyAsked('soak', ['--minutes=1..600'])
runCommand(async () => {
  await setUpPackages()
  await ensureBuilt(['sandbox'])
  const { build } = await import('vite')
  const folder = join(root, 'out', 'test', 'soak')
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['libsql', 'keytar'] },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      rolldownOptions: {
        input: { soak: 'test/soak/soak.ts', watcher: 'test/soak/watcher-under-soak.ts' },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  const child = spawn(process.execPath, [join(folder, 'soak.mjs'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    cwd: root,
  })
  whenOrphaned(() => child.kill())
  const [code] = await once(child, 'exit')
  return code ?? 1
})
