import type { SettingsView } from '../messaging/protocol.ts'
import { POLICY_DEFAULTS, type Policy, type PolicyKey, parsePolicy } from '../vocabulary/policy.ts'
import type { Area } from './area.ts'

export const SETTINGS_KEY = 'settings'

/** Settings with every default in place. */
export type Effective = Policy & Required<Pick<Policy, keyof typeof POLICY_DEFAULTS>>

export interface Settings extends SettingsView {
  effective: Effective
}

interface Options {
  local: Area
  /** Reads all of `storage.managed`; rejects or gives nothing where the browser is unmanaged. */
  readManaged: () => Promise<unknown>
}

/** The organisation's settings over the person's own over the defaults. */
export function mergeSettings(managedRaw: unknown, ownRaw: unknown): Settings {
  const managed = parsePolicy(managedRaw)
  const own = parsePolicy(ownRaw)
  return {
    effective: { ...POLICY_DEFAULTS, ...own.policy, ...managed.policy },
    managed: Object.keys(managed.policy) as PolicyKey[],
    own: own.policy,
    warnings: [...managed.warnings, ...own.warnings],
  }
}

export function createSettings({ local, readManaged }: Options) {
  const read = async (): Promise<Settings> => {
    // Firefox rejects where no policy is installed.
    const managed = await readManaged().catch(() => undefined)
    return mergeSettings(managed, (await local.get(SETTINGS_KEY))[SETTINGS_KEY])
  }
  return {
    read,
    /** Saves what is valid of the person's own settings, and warns of the rest. */
    async save(raw: unknown): Promise<Settings> {
      const { policy, warnings } = parsePolicy(raw)
      await local.set({ [SETTINGS_KEY]: policy })
      const saved = await read()
      return { ...saved, warnings: [...saved.warnings, ...warnings] }
    },
  }
}

export type SettingsStore = ReturnType<typeof createSettings>
