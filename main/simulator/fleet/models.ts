export type Model = {
  readonly family: string
  readonly os: string
  readonly model: string
  readonly description: string
  readonly colors: readonly [string, ...string[]]
  readonly cellular: boolean
  readonly ethernet: boolean
}

const IPHONE = { family: 'iPhone', os: 'iOS', cellular: true, ethernet: false } as const
const IPAD = { family: 'iPad', os: 'iPadOS', cellular: false, ethernet: false } as const
const MAC = { family: 'Mac', os: 'OSX', cellular: false, ethernet: false } as const

/** Models in the style of the portal, common ones listed more than once. */
export const MODELS: readonly [Model, ...Model[]] = [
  {
    ...IPHONE,
    model: 'IPHONE 15',
    description: 'IPHONE 15 128GB-ZDD',
    colors: ['BLACK', 'BLUE', 'PINK', 'GREEN'],
  },
  { ...IPHONE, model: 'IPHONE 15', description: 'IPHONE 15 256GB-ZDD', colors: ['BLUE', 'YELLOW'] },
  {
    ...IPHONE,
    model: 'IPHONE 14',
    description: 'IPHONE 14 128GB-ZDD',
    colors: ['MIDNIGHT', 'STARLIGHT', 'PURPLE'],
  },
  { ...IPHONE, model: 'IPHONE SE 3RD GEN', description: 'IPHONE SE 3RD GEN 64GB', colors: ['MIDNIGHT', 'STARLIGHT'] },
  {
    ...IPHONE,
    model: 'IPHONE 16 PRO',
    description: 'IPHONE 16 PRO 256GB',
    colors: ['NATURAL', 'DESERT', 'WHITE'],
  },
  { ...IPAD, model: 'IPAD 10TH GEN', description: 'IPAD 10TH GEN WI-FI 64GB', colors: ['SILVER', 'BLUE', 'PINK'] },
  { ...IPAD, model: 'IPAD 10TH GEN', description: 'IPAD 10TH GEN WI-FI 256GB', colors: ['SILVER', 'YELLOW'] },
  {
    ...IPAD,
    model: 'IPAD AIR M2',
    description: 'IPAD AIR 11-INCH M2 WI-FI 128GB',
    colors: ['SPACE GREY', 'STARLIGHT'],
  },
  {
    ...IPAD,
    cellular: true,
    model: 'IPAD PRO M4',
    description: 'IPAD PRO 13-INCH M4 CELLULAR 512GB',
    colors: ['SPACE BLACK', 'SILVER'],
  },
  {
    ...IPAD,
    cellular: true,
    model: 'IPAD MINI A17 PRO',
    description: 'IPAD MINI A17 PRO CELLULAR 128GB',
    colors: ['PURPLE', 'BLUE'],
  },
  {
    ...MAC,
    model: 'MACBOOK AIR',
    description: 'MBA 13.6/M3/16GB/256GB',
    colors: ['MIDNIGHT', 'SILVER', 'STARLIGHT'],
  },
  {
    ...MAC,
    model: 'MACBOOK PRO',
    description: 'MBP 14.2/M4 PRO/24GB/512GB',
    colors: ['SPACE BLACK', 'SILVER'],
  },
  { ...MAC, ethernet: true, model: 'MAC MINI', description: 'MAC MINI M4/16GB/256GB', colors: ['SILVER'] },
  {
    ...MAC,
    ethernet: true,
    model: 'IMAC',
    description: 'IMAC 24.0/M4/16GB/256GB',
    colors: ['BLUE', 'GREEN', 'PINK'],
  },
  {
    family: 'AppleTV',
    os: 'tvOS',
    cellular: false,
    ethernet: true,
    model: 'APPLE TV 4K',
    description: 'APPLE TV 4K WI-FI + ETHERNET 128GB',
    colors: ['BLACK'],
  },
  {
    family: 'Vision',
    os: 'visionOS',
    cellular: false,
    ethernet: false,
    model: 'APPLE VISION PRO',
    description: 'APPLE VISION PRO 256GB',
    colors: ['SILVER'],
  },
  {
    family: 'iPod',
    os: 'iOS',
    cellular: false,
    ethernet: false,
    model: 'IPOD TOUCH 7TH GEN',
    description: 'IPOD TOUCH 32GB',
    colors: ['SPACE GREY'],
  },
]
