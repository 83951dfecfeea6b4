import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'

/** Where a node answers while the portal is developed with `npx vite` in this folder. */
const node = process.env['CAUDAL_NODE'] ?? 'http://127.0.0.1:7070'

export default defineConfig({
  plugins: [react(), serviceWorker()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    // The content security policy of the node runs no inline script and loads no data: image.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      // The application, and what baked pages load beside their HTML.
      input: { index: 'index.html', site: 'src/release/site/enhance.ts' },
    },
  },
  server: { proxy: { '/api': node } },
})

/** Writes the service worker beside the page: one file, whose name never changes, that imports nothing. */
function serviceWorker(): Plugin {
  return {
    name: 'caudal-service-worker',
    apply: 'build',
    async writeBundle({ dir }) {
      await build({
        configFile: false,
        root: fileURLToPath(new URL('.', import.meta.url)),
        publicDir: false,
        logLevel: 'warn',
        build: {
          outDir: dir!,
          emptyOutDir: false,
          lib: {
            entry: fileURLToPath(new URL('src/offline/service-worker.ts', import.meta.url)),
            formats: ['iife'],
            name: 'serviceWorker',
            fileName: () => 'service-worker.js',
          },
        },
      })
    },
  }
}
