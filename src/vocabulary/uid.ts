import * as v from 'valibot'

/** A random UUIDv4: it embeds no time, unlike ULID and UUIDv7. */
export const uid = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'a UUIDv4'),
)
