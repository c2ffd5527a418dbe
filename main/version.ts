import packageJson from '../package.json' with { type: 'json' }

export const VERSION: string = packageJson.version

export const GUIDE_URL = `${packageJson.homepage}/tree/main/docs/guide`
