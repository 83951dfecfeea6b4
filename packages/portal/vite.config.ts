import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where a node answers while the portal is developed with `npx vite` in this folder. */
const node = process.env['CAUDAL_NODE'] ?? 'http://127.0.0.1:7070'

export default defineConfig({
  plugins: [react()],
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
