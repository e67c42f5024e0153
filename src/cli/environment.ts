/** What the commands need of the world; tests give their own. */
export interface Environment {
  fetch: typeof fetch
  now: () => Date
  /** One line of what was asked for. */
  log: (line: string) => void
  /** One line of what went wrong. */
  logError: (line: string) => void
  /** The bytes of a file. Rejects where there is none. */
  readFile: (path: string) => Promise<Uint8Array>
  /** The names in a folder, sorted. Rejects where there is none. */
  listFolder: (path: string) => Promise<string[]>
  writeFile: (path: string, bytes: Uint8Array) => Promise<void>
  /** Writes a file that only its owner may read. Rejects where it is there already. */
  writeSecret: (path: string, text: string) => Promise<void>
  /** Resolves once somebody has pressed Enter, or nobody can. */
  waitForEnter: () => Promise<void>
  variables: Readonly<Record<string, string | undefined>>
}

/** Why a file operation failed, in words; the system's code where it is an unusual one. */
export function fileTrouble(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault'
  const words: Record<string, string> = {
    ENOENT: 'there is no such file or folder',
    ENOTDIR: 'it is not a folder',
    EISDIR: 'it is a folder, not a file',
    EEXIST: 'it is there already, and is not overwritten',
    EACCES: 'this account may not use it',
    EPERM: 'this account may not use it',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
  }
  return words[code] ?? code
}
