/** Whether what is in view now is a visit to count. */
export type IsNewVisit = (screen: string | undefined, isCounting: boolean) => boolean

/**
 * Tells a new visit from one that was counted already. It outlives a restart of Handrail on the page:
 * a change of settings takes nobody to another screen. What nobody counted is still to be counted.
 */
export function createVisits(): IsNewVisit {
  let last: string | undefined
  return (screen, isCounting) => {
    const isNew = isCounting && screen !== undefined && screen !== last
    last = isCounting ? screen : undefined
    return isNew
  }
}
