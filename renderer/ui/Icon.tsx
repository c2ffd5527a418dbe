import {
  AlertTriangle,
  Archive,
  ArrowDown,
  ArrowUp,
  Ban,
  Check,
  CheckCircle2,
  ChevronDown,
  ChevronRight,
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
  Hourglass,
  Info,
  KeyRound,
  Laptop,
  Lock,
  LogOut,
  Minus,
  MoreHorizontal,
  Pencil,
  Plus,
  RefreshCw,
  Search,
  ShieldAlert,
  ShieldCheck,
  Trash2,
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
  copy: Copy,
  download: Download,
  'file-key': FileKey,
  'file-text': FileText,
  folder: FolderOpen,
  hourglass: Hourglass,
  info: Info,
  key: KeyRound,
  laptop: Laptop,
  leave: LogOut,
  lock: Lock,
  minus: Minus,
  more: MoreHorizontal,
  pencil: Pencil,
  plus: Plus,
  search: Search,
  'shield-alert': ShieldAlert,
  'shield-check': ShieldCheck,
  sync: RefreshCw,
  trash: Trash2,
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
