/** A node of a syntax tree. */
export type Node = Record<string, unknown>

type Visit = (node: Node) => void

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

/** Visits every node of a syntax tree, bare keys left out. */
export function walk(node: unknown, visit: Visit): void {
  if (Array.isArray(node)) for (const item of node) walk(item, visit)
  else if (isNode(node)) {
    if (typeof node.type === 'string') visit(node)
    for (const [key, value] of Object.entries(node)) if (!isBareKey(node, key)) walk(value, visit)
  }
}

/** Whether a child is a name that stands for itself: `b` in `a.b`, in `{b: 1}` and in `interface {b: …}`. */
function isBareKey(node: Node, key: string): boolean {
  if (key === 'property') return node.type === 'MemberExpression' && node.computed === false
  if (key === 'key') return node.computed === false
  if (key === 'right') return node.type === 'TSQualifiedName'
  return key === 'imported' || key === 'exported' || key === 'qualifier' || key === 'label'
}
