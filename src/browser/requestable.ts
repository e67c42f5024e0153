/**
 * Origins with their scheme spelled out, as the browser is to be asked for them: Chromium grants
 * only what lies within one entry of `optional_host_permissions`, and `*://` lies within neither
 * the http nor the https one.
 */
export function requestable(origins: readonly string[]): string[] {
  const spelled = origins.flatMap((origin) =>
    origin.startsWith('*://')
      ? [origin.replace('*', 'https'), origin.replace('*', 'http')]
      : [origin],
  )
  return [...new Set(spelled)]
}
