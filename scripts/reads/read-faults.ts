import { parseSync } from 'vite'
import { isNode, type Node, walk } from '../imports/walk.ts'
import type { AllowedRead } from './allowed.ts'
import { ATTRIBUTE_CALLS, CALLS, MEMBER_CALLS, MEMBERS, STRUCTURE } from './read-names.ts'

interface Read {
  file: string
  line: number
  name: string
}

/** What is chosen at run time could be anything. */
const AT_RUN_TIME = 'what is chosen at run time'

const literalOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined

const nameOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Identifier' ? String(node.name) : literalOf(node)

/** The name by which a function is called: of `a.b.c()` the last one. */
const calledName = ({ callee }: Node): string | undefined => {
  if (!isNode(callee)) return undefined
  return nameOf(callee.type === 'MemberExpression' ? callee.property : callee)
}

function ofMember({ computed, property }: Node): string[] {
  const name = computed ? literalOf(property) : nameOf(property)
  return name !== undefined && MEMBERS.has(name) ? [name] : []
}

function ofCall(node: Node): string[] {
  const name = calledName(node) ?? ''
  if (CALLS.has(name)) return [name]
  const last = Array.isArray(node.arguments) ? node.arguments.at(-1) : undefined
  const read = literalOf(last)
  if (ATTRIBUTE_CALLS.has(name))
    return read === undefined ? [AT_RUN_TIME] : STRUCTURE.has(read) ? [] : [read]
  if (!MEMBER_CALLS.has(name)) return []
  if (read !== undefined) return MEMBERS.has(read) ? [read] : []
  return name === 'getOwnPropertyDescriptor' ? [AT_RUN_TIME] : []
}

/** `{ key, data: text }` as a parameter or on the left: not what an object is made of. */
function ofPattern({ properties }: Node): string[] {
  if (!Array.isArray(properties)) return []
  return properties.flatMap((part) => {
    const name = isNode(part) && part.type === 'Property' ? nameOf(part.key) : undefined
    return name !== undefined && MEMBERS.has(name) ? [name] : []
  })
}

/** Everywhere that one file reads what a page holds or a person enters. */
export function readsIn(file: string, source: string): Read[] {
  const { program, errors } = parseSync(file, source)
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`)
  const reads: Read[] = []
  walk(program, (node) => {
    const { type } = node
    const names =
      type === 'MemberExpression'
        ? ofMember(node)
        : type === 'CallExpression'
          ? ofCall(node)
          : type === 'ObjectPattern'
            ? ofPattern(node)
            : []
    const line = source.slice(0, Number(node.start)).split('\n').length
    for (const name of names) reads.push({ file, line, name })
  })
  return reads
}

/** What is read and not allowed, and what is allowed and not read any more; [] is good. */
export function readFaults(
  files: readonly { file: string; source: string }[],
  allowed: readonly AllowedRead[],
): string[] {
  const reads = files.flatMap(({ file, source }) => readsIn(file, source))
  const isOf = (read: Read) => (one: AllowedRead) =>
    one.file === read.file && one.name === read.name
  const faults = reads
    .filter((read) => !allowed.some(isOf(read)))
    .map(
      ({ file, line, name }) =>
        `${file}:${line} reads '${name}': what senses and reports takes nothing of what a page says or a person enters`,
    )
  const stale = allowed
    .filter((one) => !reads.some((read) => isOf(read)(one)))
    .map(({ file, name }) => `${file} no longer reads '${name}': take it off the list`)
  return [...new Set([...faults, ...stale])]
}
