import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

/** The collector's dashboard: static files that the collector serves at `/dashboard/`. */
export default defineConfig({
  root: 'src/collector/dashboard',
  base: '/dashboard/',
  plugins: [preact()],
  build: {
    outDir: '../../../dist/dashboard',
    emptyOutDir: true,
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
