import { buildIfNeeded } from '../../scripts/build-if-needed.ts'

/** The tests run what a user would load. */
export default async function setup(): Promise<void> {
  await buildIfNeeded()
}
