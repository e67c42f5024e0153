import { ensureDependencies, handOver } from './setup.mjs'

await ensureDependencies()
await handOver('scripts/test.ts', process.argv.slice(2))
