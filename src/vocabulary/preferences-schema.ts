import * as v from 'valibot'
import { LAUNCHER_CORNERS, TEXT_SIZES } from './preferences.ts'

/** Preferences as they come from a page. */
export const preferencesSchema = v.strictObject({
  textSize: v.picklist(TEXT_SIZES),
  corner: v.picklist(LAUNCHER_CORNERS),
})
