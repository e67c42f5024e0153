import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'
import manifest from './manifest.json' with { type: 'json' }

/** The extension's id in Firefox; Chromium's follows from the manifest's `key`. */
const GECKO_ID = 'handrail@handrail.dev'
/** URLPattern in content scripts: Firefox 142. */
const FIREFOX_MIN = '142.0'

function firefoxManifest() {
  const { key, minimum_chrome_version, background, storage, permissions, ...shared } = manifest
  return {
    // With Chromium's side panel in it, since crxjs builds that page: `tidy` makes it Firefox's sidebar.
    ...shared,
    permissions: permissions.filter((name) => name !== 'sidePanel'),
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: GECKO_ID,
        strict_min_version: FIREFOX_MIN,
        // Tallies say what happened on which screen of the app, and only after consent.
        data_collection_permissions: { required: ['none'], optional: ['websiteActivity'] },
      },
    },
  } as unknown as ManifestV3Export
}

const WORKER = manifest.background.service_worker
const LOADER = 'service-worker-loader.js'

/**
 * Takes out what crxjs adds and Handrail has no use for: web-accessible resources, by which a page
 * could tell that the extension is there, and the unused module form of each content script.
 * Also names the worker's chunk itself: crxjs 3.0 mistakes one `main.ts` for another.
 */
function tidy(isFirefox: boolean): Plugin {
  return {
    name: 'handrail:tidy',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const worker = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${WORKER}`))
        const loader = bundle[LOADER]
        const built = bundle['manifest.json']
        if (worker === undefined || loader?.type !== 'asset' || built?.type !== 'asset')
          throw new Error('The build of the extension has no worker, no loader or no manifest')
        loader.source = `import './${worker.fileName}'\n`
        const { web_accessible_resources: _, ...kept } = JSON.parse(String(built.source))
        if (isFirefox) {
          const { default_path } = kept.side_panel
          delete kept.side_panel
          kept.sidebar_action = {
            default_panel: default_path,
            default_title: kept.name,
            default_icon: kept.action.default_icon,
            open_at_install: false,
          }
        }
        built.source = `${JSON.stringify(kept, null, 2)}\n`

        const needed = new Set<string>()
        const keep = (fileName: string) => {
          const chunk = bundle[fileName]
          if (chunk?.type !== 'chunk' || needed.has(fileName)) return
          needed.add(fileName)
          for (const next of [...chunk.imports, ...chunk.dynamicImports]) keep(next)
        }
        keep(worker.fileName)
        for (const { fileName, facadeModuleId } of chunks)
          if (facadeModuleId?.endsWith('.html')) keep(fileName)
        for (const { fileName } of chunks) if (!needed.has(fileName)) delete bundle[fileName]
      },
    },
  }
}

export default defineConfig(({ mode }) => {
  const isFirefox = mode === 'firefox'
  return {
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      preact(),
      crx({
        manifest: isFirefox ? firefoxManifest() : (manifest as unknown as ManifestV3Export),
        browser: isFirefox ? 'firefox' : 'chrome',
      }),
      tidy(isFirefox),
    ],
    build: {
      outDir: isFirefox ? 'dist/firefox' : 'dist/chrome',
      emptyOutDir: true,
      sourcemap: false,
      modulePreload: false,
      // No manifest names it.
      rollupOptions: { input: { reader: 'src/reader/index.html' } },
      target: isFirefox ? 'firefox142' : 'chrome123',
    },
  }
})
