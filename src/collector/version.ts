import manifest from '../../package.json' with { type: 'json' }

/** The release of this collector. */
export const VERSION = manifest.version
