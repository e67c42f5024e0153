import type { Anchor } from '../vocabulary/evidence.ts'
import { lookFor } from './look-for.ts'
import { pressPoint } from './press-point.ts'
import type { ProbeRequest } from './sighting.ts'

/** What `handrail health` asks of a page, in a world of its own there. */
export const look = (request: ProbeRequest) => lookFor(document, request)
export const point = (anchor: Anchor) => pressPoint(document, anchor)
