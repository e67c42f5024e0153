import { ensureDependencies, handOver } from './setup.mjs'

ensureDependencies()
handOver('scripts/test.ts', process.argv.slice(2))
