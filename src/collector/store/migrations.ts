import type { Database, Queryable } from './database.ts'

const SUBJECT = `
  app text not null, pack_version bigint not null, kind text not null, screen text not null,
  target text not null, role text not null, walkthrough text not null, step text not null,
  outcome text not null, cohort text not null, department text not null`

/**
 * Numbered steps, each a list of statements; a released step is never changed. What a tally leaves
 * out is '' (0 for the pack version), so that unique keys hold: null equals nothing.
 * `day` is the UTC day and `hour` the UTC hour since 1970.
 */
export const STEPS: readonly (readonly string[])[] = [
  [
    `create table tallies (
      day integer not null, uid uuid not null, hour integer not null, ${SUBJECT},
      count smallint not null, first_today boolean not null, first_this_week boolean not null,
      received_hour integer not null, primary key (day, uid))`,
    `create table rollups (
      day integer not null, hour integer not null, ${SUBJECT},
      count bigint not null, first_today bigint not null, first_this_week bigint not null,
      primary key (day, hour, app, pack_version, kind, screen, target, role, walkthrough, step,
        outcome, cohort, department))`,
    `create table packs (
      sha256 text primary key, id text not null, version bigint not null, bytes bytea not null)`,
    `create table channels (
      name text primary key, version bigint not null, envelope text not null)`,
    `create table spent_links (nonce text primary key, expires_at bigint not null)`,
  ],
  [
    // One partition a day, made when it is needed: dropping a day is then no work at all.
    'alter table tallies rename to tallies_flat',
    'alter table tallies_flat rename constraint tallies_pkey to tallies_flat_pkey',
    `create table tallies (
      day integer not null, uid uuid not null, hour integer not null, ${SUBJECT},
      count smallint not null, first_today boolean not null, first_this_week boolean not null,
      received_hour integer not null, primary key (day, uid)) partition by list (day)`,
    `do $$ declare d integer; begin
       for d in select distinct day from tallies_flat loop
         execute format('create table tallies_d%s partition of tallies for values in (%s)', d, d);
       end loop;
     end $$`,
    'insert into tallies select * from tallies_flat',
    'drop table tallies_flat',
    `create table ingest_tokens (
      id text primary key, site text not null, digest text not null unique,
      created_at bigint not null, ends_at bigint)`,
  ],
  [
    `alter table tallies add column survey text not null default ''`,
    `alter table rollups add column survey text not null default ''`,
    'alter table rollups drop constraint rollups_pkey',
    `alter table rollups add primary key (day, hour, app, pack_version, kind, screen, target, role,
      walkthrough, step, survey, outcome, cohort, department)`,
  ],
  [
    ...['region', 'task'].flatMap((column) => [
      `alter table tallies add column ${column} text not null default ''`,
      `alter table rollups add column ${column} text not null default ''`,
    ]),
    'alter table rollups drop constraint rollups_pkey',
    `alter table rollups add primary key (day, hour, app, pack_version, kind, screen, target, role,
      region, walkthrough, step, survey, task, outcome, cohort, department)`,
  ],
  [
    `alter table tallies add column severity text not null default '',
      add column often text not null default ''`,
    `alter table rollups add column severity text not null default '',
      add column often text not null default ''`,
    'alter table rollups drop constraint rollups_pkey',
    `alter table rollups add primary key (day, hour, app, pack_version, kind, screen, target, role,
      region, walkthrough, step, survey, task, outcome, severity, often, cohort, department)`,
    // Their ids are random: no order of arrival is kept.
    `create table notes (
      id uuid primary key default gen_random_uuid(), uid uuid unique, day integer not null,
      app text not null, pack_version bigint not null, screen text not null, target text not null,
      role text not null, region text not null, outcome text not null, severity text not null,
      often text not null, comment text not null, wireframe text not null)`,
    'create index notes_day on notes (day)',
  ],
  [
    // What the dashboard reads: at a hospital's size a hundredth of the rows of `rollups`.
    `create table daily (
      day integer not null, app text not null, pack_version bigint not null, kind text not null,
      screen text not null, target text not null, role text not null, region text not null, walkthrough text not null,
      step text not null, survey text not null, task text not null, outcome text not null, severity text not null, often text not null,
      count bigint not null, first_today bigint not null, first_this_week bigint not null,
      primary key (day, app, pack_version, kind, screen, target, role, region, walkthrough, step,
        survey, task, outcome, severity, often))`,
    `insert into daily select day, app, pack_version, kind, screen, target, role, region, walkthrough,
       step, survey, task, outcome, severity, often, sum(count), sum(first_today), sum(first_this_week)
     from rollups group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15`,
  ],
]

/** Every table of the newest version but `schema_version`; partitions are of `tallies`. */
export const TABLES: readonly string[] = [
  'tallies',
  'rollups',
  'daily',
  'packs',
  'channels',
  'spent_links',
  'ingest_tokens',
  'notes',
]

/** The version of the tables; 0 where there are none. */
export async function schemaVersion(source: Queryable): Promise<number> {
  const [found] = await source.query("select to_regclass('schema_version')::text as name")
  if (found?.name === null) return 0
  const [row] = await source.query('select max(version) as version from schema_version')
  return Number(row?.version ?? 0)
}

/** Brings the tables up to date within a transaction. */
export async function migrateIn(tx: Queryable, steps: typeof STEPS): Promise<number> {
  // A step may copy every record that there is.
  await tx.query('set local statement_timeout = 0')
  // Two collectors that start at once on one server take turns. The number is arbitrary.
  await tx.query('select pg_advisory_xact_lock(4318)')
  await tx.query('create table if not exists schema_version (version integer not null)')
  const current = await schemaVersion(tx)
  if (current > steps.length)
    throw new Error(
      `the database is of a newer Handrail (schema ${current}, this one knows ${steps.length}): update this collector`,
    )
  for (const [index, statements] of steps.entries()) {
    if (index < current) continue
    for (const statement of statements) await tx.query(statement)
    await tx.query('insert into schema_version (version) values ($1)', [index + 1])
  }
  return steps.length
}

/** Brings the tables up to date in one transaction and returns the schema's version. */
export function migrate(database: Database, steps = STEPS): Promise<number> {
  return database.transaction((tx) => migrateIn(tx, steps))
}
