import { ensureDependencies, handOver } from './setup.mjs'

// The child gets Ctrl-C from the terminal as well, and ends in its own order.
process.on('SIGINT', () => {})
ensureDependencies()
handOver('demo/start.ts', process.argv.slice(2))
