/** What was asked for, or one line about why it can't be had and how to mend it. */
export type Start<Value> = { ok: true; value: Value } | { ok: false; message: string }
