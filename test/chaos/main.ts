import { parseArgs } from 'node:util'
import { buildIfNeeded } from '../../scripts/build-if-needed.ts'
import { runChaos } from './chaos.ts'
import { createRandom } from './random.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    /** No kill comes later. */
    minutes: { type: 'string', default: '120' },
  },
})
await buildIfNeeded()
const result = await runChaos({
  kills: Number(values.kills),
  random: createRandom(Number(values.seed)),
  log: (line) => console.error(line),
  until: Date.now() + Number(values.minutes) * 60_000,
})
console.log(JSON.stringify(result, null, 2))
const isClean = result.lost.length + result.countedTwice.length + result.foreign.length === 0
process.exitCode = isClean && result.waiting === 0 ? 0 : 1
