import type { Random } from '../random'

export type Product = { readonly sku: string; readonly name: string; readonly colour: string }

const things = [
  'Side Table',
  'Floor Lamp',
  'Linen Duvet Cover',
  'Dining Chair',
  'Wool Throw',
  'Serving Board',
  'Stoneware Mug',
  'Wall Shelf',
  'Bath Towel',
  'Storage Basket',
  'Pendant Light',
  'Garden Bench',
  'Cushion Cover',
  'Carafe',
  'Bookcase',
]
const makes = [
  'Walnut',
  'Oak',
  'Ash',
  'Birch',
  'Brass',
  'Rattan',
  'Terracotta',
  'Smoked Glass',
  'Merino',
  'Recycled Cotton',
]
const colours = ['Ecru/Sand', 'Moss', 'Burnt Sienna', 'Ink Blue', 'Oatmeal', 'Nordic Fog', 'Charcoal', 'Blush']

export function aProduct(random: Random): Product {
  return {
    sku: `MPL-${random.whole(10_000, 99_999)}`,
    name: `${random.pick(makes)} ${random.pick(things)}`,
    colour: random.pick(colours),
  }
}
