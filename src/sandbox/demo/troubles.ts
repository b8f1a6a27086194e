import type { EntryRequest } from '../merchantops/requests'
import type { Random } from '../random'
import type { Product } from './products'

type Maker = (product: Product, random: Random) => EntryRequest

const about = (
  product: Product,
  error_type: string,
  step: string,
  message: string,
  details?: EntryRequest['details'],
) => ({ entity_key: product.sku, entity_type: 'product', error_type, step, message, details }) satisfies EntryRequest

const imageUrl = (product: Product, view: string) =>
  `https://img.maple-and-pine.example/${product.sku.toLowerCase()}/${view}.jpg`

const enrichmentErrors: readonly Maker[] = [
  product =>
    about(
      product,
      'image_not_found',
      'images',
      `Main image of “${product.name}” answers 404: ${imageUrl(product, 'front')}`,
      {
        url: imageUrl(product, 'front'),
        http_status: 404,
      },
    ),
  product =>
    about(product, 'missing_gtin', 'validate', `“${product.name}” has no GTIN; the marketplace feed needs one.`),
  (product, random) => {
    const feed = random.whole(19, 480)
    return about(
      product,
      'price_mismatch',
      'prices',
      `Price of “${product.name}” is ${feed}.90 EUR in the feed and ${feed + random.whole(4, 60)}.90 EUR in the catalogue; not published.`,
      { currency: 'EUR', channel: 'web-de' },
    )
  },
  product => about(product, 'duplicate_sku', 'validate', `SKU ${product.sku} appears twice in the supplier file.`),
  product =>
    about(
      product,
      'attribute_unmapped',
      'attributes',
      `Colour “${product.colour}” of “${product.name}” has no match in the channel’s list.`,
    ),
]

const crawlErrors: readonly Maker[] = [
  product =>
    about(product, 'page_not_found', 'fetch', `Product page of ${product.sku} answers 404.`, {
      url: `https://shop.nordlys-living.example/p/${product.sku.toLowerCase()}`,
      http_status: 404,
    }),
  product =>
    about(product, 'price_not_found', 'extract', `No price on the page of “${product.name}”: sold out or on request.`),
  product =>
    about(product, 'timeout', 'fetch', `Page of ${product.sku} gave no answer within 30 s, 3 tries.`, { tries: 3 }),
]

const warnings: readonly Maker[] = [
  (product, random) =>
    about(
      product,
      'low_resolution',
      'images',
      `Image of “${product.name}” is ${random.whole(420, 780)} px wide; 1,000 px are advised.`,
    ),
  product =>
    about(
      product,
      'missing_translation',
      'copy',
      `“${product.name}” has no French description yet; the English one was kept.`,
    ),
  product =>
    about(product, 'expected_target_gap', 'publish', `${product.sku} is not listed in web-fr, as its assortment says.`),
  product => about(product, 'short_description', 'copy', `Description of “${product.name}” has under 80 characters.`),
]

export type Trade = 'enrichment' | 'crawl'

export const anError = (trade: Trade, product: Product, random: Random): EntryRequest =>
  random.pick(trade === 'crawl' ? crawlErrors : enrichmentErrors)(product, random)

export const aWarning = (product: Product, random: Random): EntryRequest => random.pick(warnings)(product, random)

export const breakdowns: Readonly<Record<Trade, readonly string[]>> = {
  enrichment: [
    'Supplier feed closed the connection and has refused the login three times since.',
    'The supplier’s file is cut short: the last row has 4 of 23 columns.',
    'Copy service has answered 503 for 10 minutes; stopped after 5 tries.',
  ],
  crawl: [
    'The site asks for a captcha on every page now; crawl stopped.',
    'robots.txt forbids /collections/ since this morning; crawl stopped.',
    'The site answers 429 to every request; crawl stopped after 6 tries.',
  ],
}
