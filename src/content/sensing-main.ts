import { handOver } from './late-part.ts'
import { createSensing } from './sensing/sensing.ts'

handOver('sensing', createSensing)
