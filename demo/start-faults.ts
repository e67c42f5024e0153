/** Why the demo did not start, and what to do about it, in one or two lines. */
export function explainStart(error: unknown): string {
  if (!(error instanceof Error)) return `The demo did not start: ${String(error)}`
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error)
    return `Port ${String(error.port)} is in use. Stop the other program, or choose another port: npm start -- --ehr-port 8190 --collector-port 4418`
  return `The demo did not start: ${error.message}`
}
