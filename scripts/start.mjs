import { ensureDependencies, handOver } from './setup.mjs'

await ensureDependencies()
await handOver('demo/start.ts', process.argv.slice(2))
