import { computeAccessibleName, getRole } from 'dom-accessibility-api'
import { only, type Tool } from './tool.ts'

interface RoleName {
  role: string
  name: string
}

/** The locator of testing tools: role and accessible name, whole, among what is drawn. */
export const roleName: Tool = {
  name: 'role + name',
  record(element) {
    const role = getRole(element)
    const name = computeAccessibleName(element)
    return role && name ? ({ role, name } satisfies RoleName) : undefined
  },
  look(recipe) {
    const { role, name } = recipe as RoleName
    return only(
      [...document.querySelectorAll('body *')].filter(
        (element) =>
          getRole(element) === role &&
          element.checkVisibility({ visibilityProperty: true }) &&
          computeAccessibleName(element) === name,
      ),
    )
  },
}
