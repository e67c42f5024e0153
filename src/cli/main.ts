#!/usr/bin/env node
import { nodeEnvironment } from './node-environment.ts'
import { runHandrail } from './run.ts'

process.exitCode = await runHandrail(process.argv.slice(2), nodeEnvironment())
