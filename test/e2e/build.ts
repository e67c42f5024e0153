import { buildAll } from '../../scripts/build.ts'

/** The tests run what a user would load. */
export default async function setup(): Promise<void> {
  await buildAll()
}
