interface GuardedArea {
  setAccessLevel?: (options: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>
}

/**
 * Keeps settings and packs from content scripts, whose process belongs to the page. Only Chromium
 * has this, and the polyfill does not know it; elsewhere nothing happens.
 */
export async function restrictStorage(area: object): Promise<void> {
  const guarded: GuardedArea = area
  await guarded.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
}
