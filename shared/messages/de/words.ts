import { createQuantity } from '../quantity.ts'

export const quantity = createQuantity('de')
