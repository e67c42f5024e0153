import type { BenchApp } from './app.ts'
import { formio } from './formio.ts'
import { ketcher } from './ketcher.ts'
import { medplum } from './medplum.ts'
import { molstar } from './molstar.ts'
import { ohif } from './ohif.ts'
import { openmrs, openmrsQueues } from './openmrs.ts'
import { ove } from './ove.ts'

/** By the name of the table in `truth/`. */
export const apps: Record<string, BenchApp> = {
  formio,
  ketcher,
  medplum,
  molstar,
  openmrs,
  'openmrs-queues': openmrsQueues,
  ohif,
  ove,
}
