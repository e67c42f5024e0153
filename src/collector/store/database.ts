export type Row = Record<string, unknown>

export interface Queryable {
  /** One statement with `$1`-style parameters. Throws what the database throws. */
  query(sql: string, params?: readonly unknown[]): Promise<Row[]>
  /**
   * `COPY`, the engine's quickest way in: `text` is in its text format, a row a line, for the
   * columns that `into` names: `tallies (day, uid)`.
   */
  copy(into: string, text: string): Promise<void>
}

export type Engine = 'pglite' | 'postgresql'

/** The whole of what the store asks of a database, so that one dialect serves both engines. */
export interface Database extends Queryable {
  readonly engine: Engine
  /** Commits when `work` resolves and rolls back when it rejects. */
  transaction<Value>(work: (tx: Queryable) => Promise<Value>): Promise<Value>
  close(): Promise<void>
}
