import type { Pack } from '../../vocabulary/pack.ts'

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (Array.isArray(value)) for (const one of value) yield* stringsIn(one)
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) yield* stringsIn(one)
}

/** Every text of packs, translations and what controls are called among them. Nothing of a patient is in one. */
export function publicTextsOf(packs: readonly Pack[]): string[] {
  return packs.flatMap(({ pictures, ...pack }) => [
    ...stringsIn(pack),
    ...pictures.map(({ alt }) => alt),
  ])
}
