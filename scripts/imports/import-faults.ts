import { posix } from 'node:path'
import type { Module, ModuleImport } from './read-module.ts'
import { DOM_FREE, FOLDERS, isPageGlobal, PACKAGES } from './table.ts'

/** What in the modules goes against the table: one line apiece, with file and line. */
export function importFaults(modules: readonly Module[]): string[] {
  return modules.flatMap((module) => {
    const folder = folderOf(module.path)
    if (folder === undefined || FOLDERS[folder] === undefined)
      return [`${module.path}:1: its folder has no row in scripts/imports/table.ts: add one`]
    const imports = module.imports.flatMap((one) => {
      const fault = importFault(module.path, folder, one)
      return fault === undefined ? [] : [`${module.path}:${one.line}: ${fault}`]
    })
    const globals = DOM_FREE.includes(folder)
      ? module.globals
          .filter(({ name }) => isPageGlobal(name))
          .map(
            ({ name, line }) =>
              `${module.path}:${line}: ${folder} runs anywhere, and may not use '${name}': take it as a parameter`,
          )
      : []
    return [...imports, ...globals]
  })
}

/** The folder of `src/` that a path lies in. */
function folderOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1]
}

function importFault(path: string, folder: string, one: ModuleImport): string | undefined {
  if (!one.source.startsWith('.')) return packageFault(folder, one.source)
  // crxjs: the import of a built script gives its path, and none of its code.
  if (/\?(iife|script|url)$/.test(one.source)) return undefined
  const target = posix.join(posix.dirname(path), one.source.replace(/\?.*$/, ''))
  if (target.endsWith('.json')) return undefined
  const to = folderOf(target)
  if (to === undefined) return `imports ${target}, which is outside the folders of src/`
  if (to === folder) return undefined
  const row = FOLDERS[folder]
  if (row?.code.includes(to)) return undefined
  if (row?.types?.includes(to))
    return one.isType ? undefined : `${folder} may import types only from ${to}: use import type`
  const allowed = [...(row?.code ?? []), ...(row?.types ?? [])].join(', ') || 'nothing'
  return `${folder} may not import ${to} (only ${allowed})`
}

function packageFault(folder: string, name: string): string | undefined {
  const rule = PACKAGES.find((known) => known.name.test(name))
  return rule === undefined || rule.folders.includes(folder)
    ? undefined
    : `${folder} may not import ${name}: it belongs to ${rule.folders.join(', ')}`
}
