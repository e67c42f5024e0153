import { parseSync } from 'vite'
import { isNode, walk } from './walk.ts'

export interface ModuleImport {
  /** As written: `../vocabulary/pack.ts`. */
  source: string
  line: number
  isType: boolean
}

export interface Module {
  /** From the root of the repository: `src/cli/main.ts`. */
  path: string
  imports: ModuleImport[]
  /** Names used that nothing in the module declares. */
  globals: { name: string; line: number }[]
}

/** Reads what a TypeScript module imports and which globals it names. Throws where it can't be parsed. */
export function readModule(path: string, text: string): Module {
  const { program, errors } = parseSync(path, text)
  if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`)
  const imports: ModuleImport[] = []
  const used: { name: string; line: number }[] = []
  const declared = new Set<string>()
  const lineOf = (offset: unknown) => text.slice(0, Number(offset)).split('\n').length

  walk(program, (node) => {
    for (const name of declaredBy(node)) declared.add(name)
    const source = sourceOf(node)
    if (source !== undefined)
      imports.push({ source, line: lineOf(node.start), isType: isTypeImport(node) })
    for (const name of namesUsedIn(node)) used.push({ name, line: lineOf(node.start) })
  })
  return { path, imports, globals: used.filter(({ name }) => !declared.has(name)) }
}

function sourceOf({ type, source }: Record<string, unknown>): string | undefined {
  const isImport =
    type === 'ImportDeclaration' ||
    type === 'ExportNamedDeclaration' ||
    type === 'ExportAllDeclaration' ||
    type === 'ImportExpression' ||
    type === 'TSImportType'
  return isImport && isNode(source) && typeof source.value === 'string' ? source.value : undefined
}

function isTypeImport(node: Record<string, unknown>): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type')
    return true
  const { specifiers } = node
  return (
    Array.isArray(specifiers) &&
    specifiers.length > 0 &&
    specifiers.every((part) => part.importKind === 'type' || part.exportKind === 'type')
  )
}

function namesUsedIn(node: Record<string, unknown>): string[] {
  if (node.type === 'Identifier') return [String(node.name)]
  const { object, property } = node
  const isOfGlobal =
    node.type === 'MemberExpression' && isNode(object) && object.name === 'globalThis'
  return isOfGlobal && isNode(property) ? [String(property.name ?? property.value)] : []
}

function declaredBy(node: Record<string, unknown>): string[] {
  const { type, id, local, param, params } = node
  const isImportLocal = /^Import(Default|Namespace)?Specifier$/.test(String(type))
  const isDeclaration = /(Declarator|Declaration|FunctionExpression|ClassExpression)$/.test(
    String(type),
  )
  return [
    ...(isImportLocal ? boundIn(local) : []),
    ...(isDeclaration ? boundIn(id) : []),
    ...(type === 'CatchClause' ? boundIn(param) : []),
    ...(type === 'TSTypeParameter' ? boundIn(node.name) : []),
    ...(Array.isArray(params) && type !== 'TSTypeParameterInstantiation'
      ? params.flatMap(boundIn)
      : []),
  ]
}

/** The names that a pattern binds: `{a, b: [c], ...d}`. */
function boundIn(pattern: unknown): string[] {
  if (!isNode(pattern)) return []
  switch (pattern.type) {
    case 'Identifier':
      return [String(pattern.name)]
    case 'ObjectPattern':
      return Array.isArray(pattern.properties) ? pattern.properties.flatMap(boundIn) : []
    case 'ArrayPattern':
      return Array.isArray(pattern.elements) ? pattern.elements.flatMap(boundIn) : []
    case 'Property':
      return boundIn(pattern.value)
    case 'AssignmentPattern':
      return boundIn(pattern.left)
    case 'RestElement':
      return boundIn(pattern.argument)
    default:
      return []
  }
}
