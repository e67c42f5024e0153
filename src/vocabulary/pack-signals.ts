import * as v from 'valibot'
import { conditionSchema } from './condition.ts'
import { identifier } from './identifier.ts'
import { label, list } from './written.ts'

const targets = list(identifier, 50)
const screens = list(identifier, 500)

/** What is done in this order on a screen, and none of it left out. */
const requiredOrder = v.strictObject({
  id: identifier,
  screen: identifier,
  /** Controls, in order: the last one ends it. */
  targets: v.pipe(v.array(identifier), v.minLength(2), v.maxLength(20)),
})

/** What the signals about clinical work are to know of the app: ids of its targets and screens. */
export const packSignalsSchema = v.strictObject({
  /** Alerts that are no alert dialog to the browser. */
  alerts: targets,
  /** Fields, or what holds them, where notes are written. */
  notes: targets,
  /** Fields that a scanner fills in. */
  scans: targets,
  /** Fields for the time that something was done at. */
  times: targets,
  /** Whether entries after the fact are counted, unless a policy says otherwise. */
  lateEntry: v.optional(v.boolean(), false),
  required: list(requiredOrder, 50),
  /** Screens of one patient's record, and screens of messages and tasks: switches among them count. */
  charts: screens,
  inbox: screens,
})

/** A piece of work with a beginning and an end: presses are counted in between. */
export const taskSchema = v.strictObject({
  id: identifier,
  title: label,
  /** It begins where this screen shows. */
  screen: identifier,
  /** It is done where all of this holds. */
  done: v.pipe(v.array(conditionSchema), v.minLength(1), v.maxLength(8)),
})

export type PackSignals = v.InferOutput<typeof packSignalsSchema>
export type Task = v.InferOutput<typeof taskSchema>
