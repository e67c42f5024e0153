import * as v from 'valibot'

const day = v.pipe(v.string(), v.isoDate('a date as 2026-11-24'))
const count = (max: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(max))

/** How often what comes up by itself may do so, and before what else. */
export const timingEntries = {
  /** Of what is due at once, the highest comes up. */
  priority: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)), 50),
  /** At most so many times for one person. */
  times: v.optional(count(100)),
  /** From one time to the next, at least so many days. */
  daysApart: v.optional(count(365)),
}

/** Of a walkthrough or a checklist: comes up by itself as a card, until completed or declined. */
export const offerSchema = v.strictObject({
  ...timingEntries,
  times: v.optional(count(100), 3),
  daysApart: v.optional(count(365), 7),
  /** From one day to another, both of them included. */
  from: v.optional(day),
  until: v.optional(day),
})

/** Hours in which nothing comes up by itself but for safety, where the person is: `22:00-06:00`. */
export const quietHoursSchema = v.pipe(
  v.string(),
  v.regex(
    /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/,
    'hours from one time to another, as 22:00-06:00',
  ),
  v.check((hours) => hours.slice(0, 5) !== hours.slice(6), 'hours that begin and end apart'),
)

export type OfferTiming = v.InferOutput<typeof offerSchema>
