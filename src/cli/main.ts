#!/usr/bin/env node
import { nodeEnvironment } from './node-environment.ts'
import { runHandrail } from './run.ts'

const [name, ...rest] = process.argv.slice(2)
// The collector is a program of its own, with flags of its own.
if (name === 'collector') {
  process.argv.splice(2, 1)
  await import('../collector/server.ts')
} else
  process.exitCode = await runHandrail(name === undefined ? [] : [name, ...rest], nodeEnvironment())
