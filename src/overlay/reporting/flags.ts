import type { Flag } from './reporting.ts'

/** What has been marked on this page, until it is sent, saved or taken back. */
export function createFlags() {
  let flags: readonly Flag[] = []
  return {
    all: () => flags,
    add(flag: Flag): void {
      flags = [...flags, flag]
    },
    /** Takes the last one back. */
    undo(): void {
      flags = flags.slice(0, -1)
    },
    remove(flag: Flag): void {
      flags = flags.filter((one) => one !== flag)
    },
    clear(): void {
      flags = []
    },
  }
}

export type Flags = ReturnType<typeof createFlags>
