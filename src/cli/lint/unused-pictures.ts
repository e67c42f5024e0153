import { isCall } from '../../vocabulary/call.ts'
import { type LintRule, lintWarning } from './rule.ts'

/** A picture that nothing shows travels to every browser all the same. */
export const unusedPictures: LintRule = (pack) => {
  const steps = pack.walkthroughs.flatMap((one) =>
    one.steps.flatMap((step) => (isCall(step) ? [] : [step])),
  )
  const shown = new Set([...steps, ...pack.articles].map(({ picture }) => picture))
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
