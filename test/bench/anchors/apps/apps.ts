import type { BenchApp } from './app.ts'
import { ohif } from './ohif.ts'
import { openmrs } from './openmrs.ts'
import { ove } from './ove.ts'

/** By the name of the table in `truth/`. */
export const apps: Record<string, BenchApp> = { openmrs, ohif, ove }
