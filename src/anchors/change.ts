/**
 * A change of the page. A `MutationRecord` is one: of that, a browser makes each word, node and list only when it is
 * asked for, and a page may change hundreds of times a second, so no more is asked for than has to be.
 */
export interface Change {
  readonly type: MutationRecordType
  readonly target: Node
  /** null for all that is no change of an attribute. */
  readonly attributeName: string | null
  readonly addedNodes: ArrayLike<Node>
  readonly removedNodes: ArrayLike<Node>
}

/** By index: a browser's own iterator takes five times as long. */
export function eachNode(nodes: ArrayLike<Node>, act: (node: Node) => void): void {
  const { length } = nodes
  for (let index = 0; index < length; index++) act(nodes[index] as Node)
}

/** Whether this holds of any of a change's nodes. */
export function someNode(nodes: ArrayLike<Node>, holds: (node: Node) => boolean): boolean {
  const { length } = nodes
  for (let index = 0; index < length; index++) {
    const node = nodes[index]
    if (node !== undefined && holds(node)) return true
  }
  return false
}
