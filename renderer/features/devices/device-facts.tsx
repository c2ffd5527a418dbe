import type { ReactNode } from 'react'
import type { Device } from '../../../shared/model/device.ts'
import { formatMoment } from '../../lib/format.ts'
import type { Fact } from '../../ui/Card.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import * as labels from './labels.ts'

export type DeviceSection = { readonly title: string; readonly facts: readonly Fact[] }

/** Each dimension of a device's life by itself: they come from different sources and may disagree. */
export function deviceSections(device: Device): readonly DeviceSection[] {
  return [
    {
      title: 'Device',
      facts: [
        { label: 'Model', value: text(device.model) },
        { label: 'Description', value: text(device.description) },
        { label: 'Family', value: device.family && labels.familyName(device.family) },
        { label: 'System', value: text(device.os) },
        { label: 'Colour', value: text(device.color) },
        { label: 'Asset tag', value: copyable('asset tag', device.assetTag) },
      ],
    },
    {
      title: 'At Apple',
      facts: [
        { label: 'State', value: <StatusBadge {...labels.AT_APPLE_LABELS[device.atApple]} /> },
        ...goneFacts(device),
        { label: device.atApple === 'gone' ? 'Last token' : 'Token', value: text(device.token) },
        { label: 'Group', value: text(device.group) },
        { label: 'Assigned to server', value: moment(device.assignedDate) },
        { label: 'Assigned by', value: text(device.assignedBy) },
        { label: 'Migration deadline', value: moment(device.migrationDeadline) },
      ],
    },
    {
      title: 'Profile at Apple',
      facts: [
        { label: 'State', value: <StatusBadge {...labels.profileStatusLabel(device.profileStatus)} /> },
        { label: 'Profile', value: text(device.profileName) },
        { label: 'Profile UUID', value: copyable('profile UUID', device.profileUuid, 'code') },
        { label: 'Assigned', value: moment(device.profileAssignTime) },
        { label: 'Pushed', value: moment(device.profilePushTime) },
      ],
    },
    {
      title: 'Assignment',
      facts: [
        { label: 'State', value: <StatusBadge {...labels.ASSIGNMENT_LABELS[device.assignment]} /> },
        { label: 'Error', value: text(device.assignmentError) },
        { label: 'Next attempt', value: moment(device.nextAttemptAt) },
      ],
    },
    {
      title: 'Enrollment',
      facts: [
        {
          label: 'Enrollment status',
          value: <StatusBadge {...labels.ENROLLMENT_STATUS_LABELS[device.enrollmentStatus]} />,
        },
        { label: 'Token status', value: <StatusBadge {...labels.TOKEN_STATUS_LABELS[device.tokenStatus]} /> },
      ],
    },
    {
      title: 'Seen by ADE Desk',
      facts: [
        { label: 'First', value: formatMoment(device.firstSeenAt) },
        { label: 'Last', value: formatMoment(device.lastSeenAt) },
      ],
    },
  ]
}

function goneFacts({ goneSince, goneReason }: Device): readonly Fact[] {
  if (goneSince === null && goneReason === null) return []
  return [
    { label: 'Gone since', value: moment(goneSince) },
    { label: 'Why', value: goneReason && labels.goneReasonText(goneReason) },
  ]
}

function moment(at: number | null): string | null {
  return at === null ? null : formatMoment(at)
}

function text(value: string | null): ReactNode {
  return value === null ? null : <bdi>{value}</bdi>
}

function copyable(label: string, value: string | null, variant: 'text' | 'code' = 'text'): ReactNode {
  return value === null ? null : <Copyable label={label} value={value} variant={variant} />
}
