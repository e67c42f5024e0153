import { type LintRule, lintWarning } from './rule.ts'

/** A picture that nothing shows travels to every browser all the same. */
export const unusedPictures: LintRule = (pack) => {
  const shown = new Set(
    [...pack.walkthroughs.flatMap(({ steps }) => steps), ...pack.articles].map(
      ({ picture }) => picture,
    ),
  )
  return pack.pictures.flatMap(({ id }, at) =>
    shown.has(id)
      ? []
      : [
          lintWarning(
            ['pictures', at],
            `no step and no article shows picture '${id}': take it out`,
          ),
        ],
  )
}
