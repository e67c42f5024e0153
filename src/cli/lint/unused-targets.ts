import { packReferences } from '../../vocabulary/pack-references.ts'
import { type LintRule, lintWarning } from './rule.ts'

/** A target that nothing points at still gets friction counted under its name: so only a warning. */
export const unusedTargets: LintRule = (pack) => {
  const used = new Set(
    packReferences(pack).flatMap(({ kind, id }) => (kind === 'target' ? [id] : [])),
  )
  return pack.targets.flatMap(({ id }, at) =>
    used.has(id)
      ? []
      : [
          lintWarning(
            ['targets', at],
            `no step or screen uses target '${id}': use it, or take it out`,
          ),
        ],
  )
}
