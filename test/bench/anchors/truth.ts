import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import { parse } from 'yaml'

/** One act on the way to a screen; selectors are puppeteer's. */
const stepSchema = v.union([
  v.strictObject({ goto: v.string() }),
  v.strictObject({ press: v.string() }),
  v.strictObject({ hover: v.string() }),
  v.strictObject({ type: v.tuple([v.string(), v.string()]) }),
  v.strictObject({ key: v.string() }),
  v.strictObject({ wait: v.string() }),
])

const stepsSchema = v.array(stepSchema)
const selector = v.pipe(v.string(), v.minLength(1))

/**
 * Where a target is on each release: a selector written by a person who looked at that release, for
 * exactly one drawn element, or `gone`. `both` where the same selector was checked on both.
 */
const targetSchema = v.union([
  v.strictObject({ both: selector, trait: v.optional(v.string()) }),
  v.strictObject({ a: selector, b: selector, trait: v.optional(v.string()) }),
])

const screenSchema = v.strictObject({
  open: v.union([stepsSchema, v.strictObject({ a: stepsSchema, b: stepsSchema })]),
  targets: v.record(v.string(), targetSchema),
})

const truthSchema = v.strictObject({
  app: v.string(),
  /** Never looked at while the rules were made: only its totals are told. */
  heldOut: v.optional(v.boolean(), false),
  screens: v.record(v.string(), screenSchema),
})

export type Step = v.InferOutput<typeof stepSchema>
export type Target = v.InferOutput<typeof targetSchema>
export type Screen = v.InferOutput<typeof screenSchema>
export type Truth = v.InferOutput<typeof truthSchema>
export type Side = 'a' | 'b'

export const GONE = 'gone'

export function stepsOf({ open }: Screen, side: Side): readonly Step[] {
  return Array.isArray(open) ? open : open[side]
}

export function selectorOf(target: Target, side: Side): string {
  return 'both' in target ? target.both : target[side]
}

const FOLDER = join(import.meta.dirname, 'truth')

/** The hand-checked tables, by the name of their file. */
export function readTruths(): Map<string, Truth> {
  const files = globSync('*.yaml', { cwd: FOLDER }).sort()
  return new Map(
    files.map((file) => {
      const truth = v.parse(truthSchema, parse(readFileSync(join(FOLDER, file), 'utf8')))
      return [basename(file, '.yaml'), truth]
    }),
  )
}
