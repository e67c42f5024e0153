import { timeLooks } from './look.ts'
import { timePeers } from './peers.ts'
import { recordTargets } from './record.ts'
import { runStorm } from './storm.ts'

/** What the bench calls in the page. */
const pageBench = {
  elements: () => document.querySelectorAll('*').length,
  recordTargets,
  timeLooks,
  timePeers,
  runStorm,
}

export type PageBench = typeof pageBench

Object.assign(globalThis, { pageBench })
