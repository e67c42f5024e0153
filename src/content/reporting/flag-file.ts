import type { Flag } from '../../overlay/reporting/reporting.ts'

interface About {
  /** By screen. */
  appOf: (screen: string) => string
  /** ISO day. */
  day: string
}

const COLUMNS = ['day', 'app', 'screen', 'target', 'role', 'region', 'reason'] as const

function rowOf({ pointed, reason, screen }: Flag, { appOf, day }: About) {
  const { target, role, region } = pointed
  return {
    day,
    app: appOf(screen),
    screen,
    ...(target === undefined ? { role, ...(region === undefined ? {} : { region }) } : { target }),
    reason,
  }
}

/** Flags as a file: ids of the pack and words of closed lists, and nothing else of the page. */
export function flagFile(flags: readonly Flag[], form: 'json' | 'csv', about: About): string {
  const rows = flags.map((flag) => rowOf(flag, about))
  if (form === 'json')
    return `${JSON.stringify({ format: 'handrail.flags/1', flags: rows }, undefined, 2)}\n`
  const lines = rows.map((row: Partial<Record<(typeof COLUMNS)[number], string | undefined>>) =>
    COLUMNS.map((column) => row[column] ?? '').join(','),
  )
  return `${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`
}
