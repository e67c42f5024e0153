import { handOver } from './late-part.ts'
import { createReportingPart } from './reporting/reporting-part.ts'

handOver('reporting', createReportingPart)
