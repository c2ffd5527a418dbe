import type { Device } from '../../../shared/model/device.ts'
import type { RowPages as Pages } from '../../lib/row-pages.ts'

export { addPage, PAGE_ROWS, pagesOf, rowAt, touchPages } from '../../lib/row-pages.ts'

export type RowPages = Pages<Device>

export const NO_PAGES: RowPages = new Map()
