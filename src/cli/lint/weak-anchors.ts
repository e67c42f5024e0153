import type { Anchor } from '../../vocabulary/evidence.ts'
import { type LintRule, lintWarning } from './rule.ts'

/** Names that many a screen bears more than once, in small letters. */
const COMMON_NAMES = new Set(
  `add|apply|back|cancel|clear|close|continue|delete|discard|done|edit|filter|finish|help|menu|more
|new|next|no|ok|open|options|previous|print|refresh|remove|reset|save|search|see all|select|settings
|show|submit|update|view|yes`
    .replaceAll('\n', '')
    .split('|'),
)

/** An anchor of a common name alone is found twice as soon as a second form is open. */
export const weakAnchors: LintRule = (pack) =>
  pack.targets.flatMap(({ id, anchor }, at) =>
    isWeak(anchor)
      ? [
          lintWarning(
            ['targets', at, 'anchor'],
            `target '${id}' is known by the common name '${anchor.name?.[0]}' alone: add within, near or attributes`,
          ),
        ]
      : [],
  )

function isWeak({ name, within, ...other }: Anchor): boolean {
  const { attributes, label, under, holds, holder, near } = other
  if ([attributes, label, under, holds, holder, near].some((piece) => piece !== undefined))
    return false
  if ((within ?? []).length > 0) return false
  return name?.some((words) => COMMON_NAMES.has(words.trim().toLowerCase())) ?? false
}
