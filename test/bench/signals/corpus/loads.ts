import { createRandom, type Random } from '../../page/clinic/random.ts'
import type { Act, Episode, Row } from '../episode.ts'
import type { Size } from '../size.ts'
import { FRICTION, LONG_FRICTION } from './friction.ts'
import { SCREENS } from './openmrs.ts'
import { LONG_ORDINARY, ORDINARY } from './ordinary.ts'

/** What is done on one load of a page, one after another. */
export interface Load {
  site: 'ward' | 'openmrs'
  address: string
  episodes: Episode[]
}

const SEED = 20_261
/** Calm, live (clock, tile, bar and poll change by themselves), and live with a poll that fails. */
const LIFE = ['', '&live', '&live&sick'] as const

/** A little quicker or slower, as hands are. */
function inTempo(act: Act, tempo: number): Act {
  if ('wait' in act) return act
  return 'every' in act && act.every !== undefined
    ? { ...act, every: Math.round(act.every * tempo) }
    : act
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const left = [...items]
  return items.map(() => left.splice(random.upTo(left.length), 1)[0] as Item)
}

/** Puts episodes on page loads: no widget twice on one, so that none is left as another found it. */
function pack(
  rows: readonly Row[],
  site: Load['site'],
  addressOf: (variation: number) => string,
  { perLoad, variations }: Pick<Size, 'perLoad' | 'variations'>,
  random: Random,
): Load[] {
  const loads: Load[] = []
  for (let variation = 0; variation < variations[site]; variation++)
    for (const row of shuffled(rows, random)) {
      const tempo = 0.85 + random.upTo(30) / 100
      const acts = row.acts.map((act) => inTempo(act, tempo))
      let load = loads.find(
        ({ episodes }) =>
          episodes.length < perLoad[site] && episodes.every(({ widget }) => widget !== row.widget),
      )
      if (load === undefined) {
        load = { site, address: addressOf(loads.length), episodes: [] }
        loads.push(load)
      }
      const { address } = load
      const id = `${site} ${rows.indexOf(row)}.${variation}`
      load.episodes.push({ ...row, acts, id, address })
    }
  return loads
}

/** Rows spread over the whole table. */
const some = <Item>(rows: readonly Item[], count = rows.length) =>
  rows.filter(
    (_, index) =>
      Math.floor((index * count) / rows.length) !== Math.floor(((index - 1) * count) / rows.length),
  )

/** The corpus: the same on every run. */
export function corpus(size: Size): Load[] {
  const { rows } = size
  const random = createRandom(SEED)
  const ward = (at: number) => `/ward?n${LIFE[at % LIFE.length]}`
  const long = (at: number) => `/ward?long${LIFE[at % LIFE.length]}`
  const loads = [
    ...pack(some([...FRICTION, ...ORDINARY], rows), 'ward', ward, size, random),
    ...(rows === undefined
      ? pack([...LONG_FRICTION, ...LONG_ORDINARY], 'ward', long, size, random)
      : []),
    ...SCREENS.flatMap(({ path, rows }) => pack(rows, 'openmrs', () => path, size, random)),
  ]
  // In any order: what a short run leaves out is of all kinds.
  return shuffled(loads, random)
}
