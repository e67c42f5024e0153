/** A value, or one clear line about why there is none. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; message: string }

/** A `Result` that holds. */
export function success<Value>(value: Value): Result<Value> {
  return { ok: true, value }
}

/** A `Result` that does not. `message` says what is wrong and how to mend it. */
export function failure(message: string): { ok: false; message: string } {
  return { ok: false, message }
}
