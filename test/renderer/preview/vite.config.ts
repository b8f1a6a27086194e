import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the window with its fake main into `out/preview`, to look at single screens without an app around them. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: fileURLToPath(new URL('../../../out/preview', import.meta.url)),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
  },
})
