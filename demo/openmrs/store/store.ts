import type { Patient } from '../patients.ts'
import { createSeed } from './seed.ts'
import type { State } from './types.ts'

export interface StoreOptions {
  /** Milliseconds since 1970. */
  now(): number
  newId(): string
}

/** What one server instance remembers, and where its times and ids come from. */
export interface Store {
  readonly state: State
  now(): number
  /** The current time as ISO text. */
  time(): string
  newId(): string
  /** The next number for identifiers and orders; unique within the instance. */
  nextNumber(): number
  findPatient(uuid: string): Patient | undefined
  reset(): void
}

/** Creates a store that holds the seed. */
export function createStore({ now, newId }: StoreOptions): Store {
  let state = createSeed(now())
  let number = 100
  return {
    get state() {
      return state
    },
    now,
    time: () => new Date(now()).toISOString(),
    newId,
    nextNumber: () => ++number,
    findPatient: (uuid) => state.patients.find((patient) => patient.uuid === uuid),
    reset() {
      state = createSeed(now())
      number = 100
    },
  }
}
