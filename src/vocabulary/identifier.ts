import * as v from 'valibot'

/** Ids are kebab-case and stable: analytics and personal progress hang on them. */
export const ID_LENGTH_MAX = 64

/** An id of the pack: `record-vitals`. Runs of four digits are refused, so no record number fits. */
export const identifier = v.pipe(
  v.string(),
  v.maxLength(ID_LENGTH_MAX),
  v.regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'an id is kebab-case: small letters, digits, single hyphens',
  ),
  v.check((id) => !/\d{4}/.test(id), 'an id holds no run of four digits'),
)
