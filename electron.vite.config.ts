import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// The oldest runtime we run on is Electron 33: Node 20.18 and Chrome 130.
const node = 'node20.18'
const chrome = 'chrome130'

// scripts/build.mjs builds beside the present build and puts the new one in its place when it is whole
const out = process.env.JOBTRAY_BUILD_FOLDER ?? 'out'

const leanUndici = fileURLToPath(new URL('scripts/build/lean-undici.mjs', import.meta.url))
const noVersions = fileURLToPath(new URL('scripts/build/no-versions.mjs', import.meta.url))
const noSchema = fileURLToPath(new URL('scripts/build/no-schema.mjs', import.meta.url))

// Only `dependencies` stay outside (native modules); everything else is bundled, so that start-up reads few files.
export default defineConfig({
  main: {
    resolve: {
      alias: [
        { find: /^ajv(-formats$|\/dist\/2020\.js$)/, replacement: noSchema },
        { find: /^semver$/, replacement: noVersions },
        { find: /^undici$/, replacement: leanUndici },
      ],
    },
    build: {
      target: node,
      outDir: `${out}/main`,
      minify: 'oxc',
      externalizeDeps: true,
      rolldownOptions: { input: { index: 'src/main/index.ts' }, output: { format: 'es', entryFileNames: '[name].js' } },
    },
  },
  preload: {
    build: {
      target: node,
      outDir: `${out}/preload`,
      minify: 'oxc',
      externalizeDeps: false,
      // a sandboxed preload must be CommonJS, and in a package of type module that is said by the file's ending
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), tailwindcss()],
    build: {
      target: chrome,
      outDir: `${out}/renderer`,
      minify: 'oxc',
      // the content security policy knows no data: fonts and no inline script
      assetsInlineLimit: 0,
      // read from disk, not over a network
      chunkSizeWarningLimit: 1500,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: 'src/renderer/index.html',
        output: {
          // what the list needs is one file: each more is one more question to the main process before the first row
          codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] },
        },
      },
    },
  },
})
