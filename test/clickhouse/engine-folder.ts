import { join } from 'node:path'

/** Where `npm run test:clickhouse` keeps the engine. */
export const ENGINE_FOLDER = join(import.meta.dirname, '../../.cache/clickhouse')
