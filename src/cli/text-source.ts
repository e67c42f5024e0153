import { isLocatedMap, type Located, locatedMap } from './located.ts'

/**
 * Translations as they are written, nested (`screens: {chart: {title: …}}`), dotted
 * (`screens.chart.title: …`) or both, as one map of dotted keys. Faults are added to `faults`.
 */
export function flattenTexts(root: Located, faults: string[]): Located {
  const flat = new Map<string, Located>()
  const walk = (node: Located, prefix: string): void => {
    if (isLocatedMap(node)) {
      for (const [key, part] of node.parts ?? [])
        walk(part, prefix === '' ? String(key) : `${prefix}.${key}`)
    } else if (typeof node.value !== 'string')
      faults.push(`${node.at}: '${prefix}' must be a text: put it in quotes, or take it out`)
    else if (flat.has(prefix))
      faults.push(`${node.at}: '${prefix}' is translated twice: take one out`)
    else flat.set(prefix, node)
  }
  // An empty file is a translation that has not begun.
  if (root.value !== null) walk(root, '')
  return locatedMap(root.at, flat)
}
