import type { Trade } from './troubles'

/** A piece of work that merchandisers would order. */
export type Assignment = {
  readonly trade: Trade
  readonly title: string
  readonly metadata: Readonly<Record<string, unknown>>
  readonly items: readonly [from: number, to: number]
  readonly batch: number
}

const texts = (
  title: string,
  supplier: string,
  locale: string,
  channel: string,
  items: Assignment['items'],
): Assignment => ({
  trade: 'enrichment',
  title,
  metadata: { supplier, locale, channel },
  items,
  batch: Math.max(2, Math.round(items[0] / 40)),
})

const pages = (
  title: string,
  site: string,
  purpose: string,
  depth: number,
  items: Assignment['items'],
): Assignment => ({
  trade: 'crawl',
  title,
  metadata: { site, purpose, depth },
  items,
  batch: Math.max(3, Math.round(items[0] / 60)),
})

export const works = {
  lighting: texts('Autumn lighting: copy and attributes', 'Nordlys Living', 'de-DE', 'web-de', [320, 960]),
  garden: texts('Garden furniture, French texts', 'Atelier Verger', 'fr-FR', 'web-fr', [180, 420]),
  tableware: texts('Tableware: marketplace titles', 'Keramik Werkstatt', 'en-GB', 'marketplace', [640, 1_300]),
  linen: texts('Bed linen: size tables', 'Lin & Cie', 'en-GB', 'web-uk', [90, 260]),
  rugs: texts('Rugs: care instructions', 'Anatolian Looms', 'de-DE', 'web-de', [150, 380]),
  towels: texts('Bathroom textiles: GTIN and colour', 'Frottee Nord', 'de-AT', 'marketplace', [260, 540]),
  chairs: texts('Dining chairs: material and seat height', 'Holz & Form', 'de-DE', 'web-de', [110, 240]),
  kitchen: texts('Kitchen storage: bullet points', 'Ordna', 'sv-SE', 'web-se', [420, 880]),
  kids: texts('Children’s room: safety notes', 'Pequeno', 'es-ES', 'web-es', [130, 300]),
  candles: texts('Candles and scents: hazard labels', 'Maison Lueur', 'fr-FR', 'web-fr', [70, 190]),
  christmas: texts('Christmas range: first descriptions', 'Keramik Werkstatt', 'de-DE', 'web-de', [480, 1_050]),
  audit: texts('Whole assortment: GTIN and colour audit', 'all', 'de-DE', 'marketplace', [9_000, 18_000]),
  rivals: pages(
    'Competitor prices: nordlys-living.example',
    'shop.nordlys-living.example',
    'price watch',
    4,
    [900, 2_400],
  ),
  stock: pages('Supplier stock: atelier-verger.example', 'b2b.atelier-verger.example', 'stock', 2, [240, 700]),
  images: pages('Image check: own shop, web-de', 'maple-and-pine.example/de', 'image check', 6, [1_400, 3_200]),
  reviews: pages('Reviews: partner shops', 'partners.maple-and-pine.example', 'reviews', 3, [500, 1_100]),
  links: pages('Dead links: own shop, web-fr', 'maple-and-pine.example/fr', 'link check', 8, [1_100, 2_600]),
  delivery: pages('Delivery times: ordna.example', 'b2b.ordna.example', 'delivery times', 2, [310, 820]),
  marketplace: pages(
    'Marketplace offers: whole category tree',
    'market.example/home',
    'price watch',
    9,
    [9_000, 40_000],
  ),
} as const satisfies Readonly<Record<string, Assignment>>

/** What rotates; the two largest are for the long jobs. */
export const assignments: readonly Assignment[] = Object.values(works).filter(
  ({ title }) => title !== works.audit.title && title !== works.marketplace.title,
)
