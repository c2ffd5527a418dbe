import { copyFileSync, globSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import type { Plugin } from 'vite'

/** Icons of tray and task bar, beside the bundles that show them. */
export function shipIcons(from: string, to: string): Plugin {
  return {
    name: 'ship-icons',
    closeBundle() {
      mkdirSync(to, { recursive: true })
      for (const file of globSync('*.png', { cwd: from })) copyFileSync(join(from, file), join(to, basename(file)))
    },
  }
}

/** The licence of every package whose code went into the page: bundled, it no longer lies beside its own text. */
export function shipLicences(): Plugin {
  return {
    name: 'ship-licences',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? Object.keys(part.modules) : []))
      const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== undefined))
      const source = [...folders].toSorted().map(licenceOf).join('\n\n')
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source })
    },
  }
}

/** `…/node_modules/@scope/name` of a module's path; undefined for our own. */
function packageFolder(path: string): string | undefined {
  const plain = path.replace(/^\0/, '').split('?')[0] ?? ''
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(plain.split(sep).join('/'))?.[0]
}

/** A package without the text of its licence stops the build: it could not be passed on. */
function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string
    readonly version: string
    readonly license?: string
  }
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry))
  if (!file && !license) throw new Error(`${name} has no licence`)
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : ''
  return `${name} ${version} (${license ?? 'see below'})\n\n${text}`
}
