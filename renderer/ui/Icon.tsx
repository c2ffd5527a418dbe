import {
  AlertTriangle,
  Archive,
  ArrowDown,
  ArrowUp,
  Ban,
  Bell,
  Box,
  Building2,
  Check,
  CheckCircle2,
  ChevronDown,
  ChevronRight,
  ChevronsDownUp,
  ChevronsUpDown,
  Circle,
  CircleDashed,
  CircleDot,
  CircleHelp,
  CircleSlash,
  Clock,
  CloudOff,
  Copy,
  Download,
  FileKey,
  FileText,
  FolderOpen,
  Globe,
  GripVertical,
  Handshake,
  Hourglass,
  Info,
  KeyRound,
  Keyboard,
  Laptop,
  Layers,
  LayoutDashboard,
  Lock,
  LogOut,
  MapPin,
  Minus,
  MoreHorizontal,
  Network,
  Pencil,
  Plus,
  RefreshCw,
  Search,
  Settings,
  ShieldAlert,
  ShieldCheck,
  Trash2,
  Undo2,
  Upload,
  X,
  XCircle,
} from 'lucide-react'
import { classNames } from './class-names.ts'
import styles from './Icon.module.css'

const ICONS = {
  alert: AlertTriangle,
  archive: Archive,
  'arrow-down': ArrowDown,
  'arrow-up': ArrowUp,
  ban: Ban,
  bell: Bell,
  box: Box,
  building: Building2,
  check: Check,
  'check-circle': CheckCircle2,
  'chevron-down': ChevronDown,
  'chevron-right': ChevronRight,
  circle: Circle,
  'circle-dashed': CircleDashed,
  'circle-dot': CircleDot,
  'circle-help': CircleHelp,
  'circle-slash': CircleSlash,
  clock: Clock,
  close: X,
  'close-circle': XCircle,
  'cloud-off': CloudOff,
  collapse: ChevronsDownUp,
  copy: Copy,
  download: Download,
  expand: ChevronsUpDown,
  'file-key': FileKey,
  'file-text': FileText,
  folder: FolderOpen,
  globe: Globe,
  grip: GripVertical,
  handshake: Handshake,
  hourglass: Hourglass,
  info: Info,
  key: KeyRound,
  keyboard: Keyboard,
  laptop: Laptop,
  layers: Layers,
  leave: LogOut,
  lock: Lock,
  'map-pin': MapPin,
  minus: Minus,
  more: MoreHorizontal,
  overview: LayoutDashboard,
  pencil: Pencil,
  plus: Plus,
  search: Search,
  settings: Settings,
  'shield-alert': ShieldAlert,
  'shield-check': ShieldCheck,
  sync: RefreshCw,
  trash: Trash2,
  tree: Network,
  undo: Undo2,
  upload: Upload,
} as const

export type IconName = keyof typeof ICONS

const SIZES = { small: 14, normal: 16, large: 28 } as const

export type IconProps = { readonly name: IconName; readonly size?: keyof typeof SIZES; readonly spins?: boolean }

/** Decoration beside a word; the word says it, so screen readers skip the picture. */
export function Icon({ name, size = 'normal', spins = false }: IconProps) {
  const Picture = ICONS[name]
  const strokeWidth = size === 'large' ? 1.5 : 1.75
  return (
    <Picture
      aria-hidden
      size={SIZES[size]}
      strokeWidth={strokeWidth}
      className={classNames(styles.icon, spins && styles.spins)}
    />
  )
}
