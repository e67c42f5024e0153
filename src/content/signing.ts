import { isHolding, isMatch } from '../anchors/dom.ts'
import type { DueStep } from './due-step.ts'
import type { PackSight } from './lookout.ts'

/** What nobody is to be disturbed at: a password, a PIN, a code that has just been sent. */
const SECRET = 'input[type="password"],[autocomplete~="one-time-code"]'

/** Whether a field asks for a secret. */
export function isSecret(field: Element | undefined): boolean {
  return field !== undefined && isMatch(field, SECRET)
}

/**
 * Whether the person signs, as far as the pack and the page tell: a screen or a part of it that is for
 * signing, or a field for a secret that has the focus. What the step that is due points at is no disturbance.
 */
export function isSigning(
  sights: readonly PackSight[],
  at: DueStep | undefined,
  field: Element | undefined,
): boolean {
  const own = at?.step.target === undefined ? undefined : at.seen?.find(at.step.target)
  const target = own?.state === 'found' ? own.element : undefined
  const isOwn = (part: Element) => target !== undefined && isHolding(part, target)
  if (field !== undefined && isSecret(field) && !isOwn(field)) return true
  return sights.some(({ pack, screen, find }) => {
    const isOfStep = at?.pack === pack && at.step.screen === screen?.id
    if (screen?.signing && !isOfStep) return true
    return pack.app.signing.some((id) => {
      const finding = find(id)
      return finding.state === 'found' && !isOwn(finding.element)
    })
  })
}
