import { expect, test } from 'vitest'
import { routesRegistry } from './modules.ts'

const modules = [{ name: '@openmrs/esm-one', slug: 'one', dir: '', entry: 'one.js', routes: {} }]
const registry = (shellVersion: string) => routesRegistry({ shell: '', shellVersion, modules })

test('shells up to 10.0.0 get the bare registry, later ones with its version', () => {
  for (const version of ['9.2.0', '10.0.0'])
    expect(registry(version)).toEqual({ '@openmrs/esm-one': {} })
  for (const version of ['10.0.1-pre.4205', '11.0.0'])
    expect(registry(version)).toEqual({ version, routes: { '@openmrs/esm-one': {} } })
})
