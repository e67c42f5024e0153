import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensurePackages } from './packages.ts'
import { password, userName } from './reference/staff.ts'
import { createDemoEhr } from './server.ts'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8090' }, lag: { type: 'string', default: '0' } },
})
const port = Number(values.port)
const packagesDir = join(import.meta.dirname, '../../.cache/openmrs')

try {
  await ensurePackages({
    dir: packagesDir,
    onProgress: ({ done, total, name }) => console.log(`[${done}/${total}] ${name}`),
  })
  const demo = await createDemoEhr({ packagesDir, port, lag: Number(values.lag) })
  console.log(`OpenMRS demo with made-up patients: ${demo.url}`)
  console.log(`Sign in as ${userName} / ${password}. Ctrl-C stops it.`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void demo.stop().then(() => process.exit(0)))
  }
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}

function explain(error: unknown) {
  if (!(error instanceof Error)) return String(error)
  const busy = 'code' in error && error.code === 'EADDRINUSE'
  return busy ? `Port ${port} is in use. Choose another: --port ${port + 1}` : error.message
}
