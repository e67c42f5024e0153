import { failure, type Result, success } from '../result.ts'

/** The origin of an app's address. The examples of a pack are paths from there. */
export function readOrigin(address: string): Result<string> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol))
    return failure('the app’s address must be as https://ehr.example.org (--against)')
  // They would be kept by the shell's history and seen in the list of processes.
  if (url.username !== '' || url.password !== '')
    return failure('the app’s address must hold no password: sign in with --profile and --headed')
  return success(url.origin)
}
