import chromium from '@sparticuz/chromium'

/** Before the first worker starts: two would write the same file. */
export default async function unpackBrowser(): Promise<void> {
  await chromium.executablePath()
}
