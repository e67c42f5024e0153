import * as v from 'valibot'
import { PREFERENCE_DEFAULTS, type Preferences } from '../vocabulary/preferences.ts'
import { preferencesSchema } from '../vocabulary/preferences-schema.ts'
import type { Area } from './area.ts'

const KEY = 'preferences'

/** How the person wants Handrail to look, as the extension keeps it. */
export function createPreferences(local: Area) {
  return {
    async read(): Promise<Preferences> {
      const read = v.safeParse(preferencesSchema, (await local.get(KEY))[KEY])
      return read.success ? read.output : PREFERENCE_DEFAULTS
    },
    keep: (preferences: Preferences) => local.set({ [KEY]: preferences }),
    reset: () => local.remove(KEY),
  }
}

export type PreferenceStore = ReturnType<typeof createPreferences>
