import { createGuidance } from './guidance.ts'
import { handOver } from './late-part.ts'

handOver('guidance', createGuidance)
