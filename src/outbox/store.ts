import type { Rows, StoreName } from './schema.ts'

/** What can be done within one transaction. Await nothing else in it: a browser would commit early. */
export interface Transaction {
  get: <Name extends StoreName>(name: Name, key: string) => Promise<Rows[Name] | undefined>
  all: <Name extends StoreName>(name: Name) => Promise<Rows[Name][]>
  put: <Name extends StoreName>(name: Name, row: Rows[Name]) => Promise<void>
  delete: (name: StoreName, key: string) => Promise<void>
  clear: (name: StoreName) => Promise<void>
}

/** A place that keeps rows. `run` resolves only after everything in it is committed, or rejects and changed nothing. */
export interface Store {
  run: <Result>(
    names: StoreName[],
    act: (transaction: Transaction) => Promise<Result>,
  ) => Promise<Result>
  close: () => void
}
