import { AUDIENCE_LISTS } from './audience-lists.ts'
import type { Pack } from './pack.ts'
import type { Reference } from './pack-references.ts'

/** Every walkthrough that an audience of the pack names. */
export function audienceReferences(pack: Pack): Reference[] {
  return AUDIENCE_LISTS.flatMap((list) =>
    pack[list].flatMap(({ audience }, at) =>
      (['completed', 'notCompleted'] as const).flatMap((key) =>
        (audience?.[key] ?? []).map(
          (id, idAt): Reference => ({
            path: [list, at, 'audience', key, idAt],
            kind: 'walkthrough',
            id,
          }),
        ),
      ),
    ),
  )
}
