import type { ReactNode } from 'react'
import type { AssignmentFacts } from '../../../shared/contract/assignments.ts'
import { DEVICE_COLUMNS, type Device, type DeviceColumn } from '../../../shared/model/device.ts'
import { assignmentFacts } from '../assignments/index.ts'
import { formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import type { Fact } from '../../ui/Card.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import * as labels from './labels.ts'
import { FACET_NAMES, facetText } from './selectors.ts'
import { visibleText } from './visible-text.ts'

export type DeviceSection = { readonly title: string; readonly facts: readonly Fact[] }

/** Each dimension of a device's life by itself: they come from different sources and may disagree. */
export function deviceSections(device: Device, assignment: AssignmentFacts | null = null): readonly DeviceSection[] {
  const { columns, drawer } = text().devices
  const { sections } = drawer
  return [
    {
      title: sections.device,
      facts: [
        { label: columns.model, value: plain(device.model) },
        { label: columns.description, value: plain(device.description) },
        { label: columns.family, value: device.family && plain(labels.familyName(device.family)) },
        { label: columns.os, value: plain(device.os) },
        { label: columns.color, value: plain(device.color) },
        { label: columns.assetTag, value: copyable(drawer.assetTag, device.assetTag) },
        { label: columns.group, value: plain(device.group) },
      ],
    },
    {
      title: sections.atApple,
      facts: [
        { label: drawer.state, value: <StatusBadge {...labels.AT_APPLE_LABELS[device.atApple]} /> },
        ...goneFacts(device),
        { label: device.atApple === 'gone' ? drawer.lastToken : columns.token, value: plain(device.token) },
        { label: columns.assignedDate, value: moment(device.assignedDate) },
        { label: columns.assignedBy, value: plain(device.assignedBy) },
        { label: columns.migrationDeadline, value: moment(device.migrationDeadline) },
      ],
    },
    {
      title: sections.profile,
      facts: [
        { label: drawer.state, value: <StatusBadge {...labels.profileStatusLabel(device.profileStatus)} /> },
        { label: columns.profileName, value: plain(device.profileName) },
        { label: columns.profileUuid, value: copyable(drawer.uuid, device.profileUuid, 'code') },
        { label: drawer.assigned, value: moment(device.profileAssignTime) },
        { label: drawer.pushed, value: moment(device.profilePushTime) },
      ],
    },
    {
      title: sections.assignment,
      facts: [
        { label: drawer.state, value: <StatusBadge {...labels.ASSIGNMENT_LABELS[device.assignment]} /> },
        ...(assignment
          ? wishFacts(device, assignment)
          : [{ label: drawer.error, value: plain(device.assignmentError) }]),
        { label: columns.nextAttemptAt, value: moment(device.nextAttemptAt) },
      ],
    },
    {
      title: sections.enrollment,
      facts: [
        {
          label: columns.enrollmentStatus,
          value: <StatusBadge {...labels.ENROLLMENT_STATUS_LABELS[device.enrollmentStatus]} />,
        },
        {
          label: columns.tokenStatus,
          value: (
            <>
              <StatusBadge {...labels.TOKEN_STATUS_LABELS[device.tokenStatus]} />
              <p>{text().registrationTokens.meanings[device.tokenStatus]}</p>
            </>
          ),
        },
        { label: columns.user, value: plain(device.user) },
        { label: columns.friendlyName, value: plain(device.friendlyName) },
        { label: columns.consoleLastSeenAt, value: moment(device.consoleLastSeenAt) },
        { label: columns.consoleAsOf, value: moment(device.consoleAsOf) },
      ],
    },
    {
      title: sections.seen,
      facts: [
        { label: drawer.first, value: formatMoment(device.firstSeenAt) },
        { label: drawer.last, value: formatMoment(device.lastSeenAt) },
      ],
    },
  ]
}

/** Every column with its value, a line each, for a message to somebody else. */
export function factsAsText(device: Device): string {
  return DEVICE_COLUMNS.flatMap((column) => {
    const value = device[column]
    if (value === null) return []
    return [
      `${labels.COLUMN_TITLES[column]}: ${typeof value === 'number' ? formatMoment(value) : valueText(column, value)}`,
    ]
  }).join('\n')
}

/** Closed lists in the words of the page, texts of devices as they are. */
function valueText(column: DeviceColumn, value: string): string {
  const name = FACET_NAMES.find((known) => known === column)
  return name === undefined || name === 'group' ? value : facetText(name, value)
}

function wishFacts(device: Device, assignment: AssignmentFacts): readonly Fact[] {
  return assignmentFacts(device, assignment, Date.now()).map(({ label, value }) => ({ label, value: plain(value) }))
}

function goneFacts({ goneSince, goneReason }: Device): readonly Fact[] {
  if (goneSince === null && goneReason === null) return []
  const { columns, drawer } = text().devices
  return [
    { label: columns.goneSince, value: moment(goneSince) },
    { label: drawer.why, value: goneReason && plain(labels.goneReasonText(goneReason)) },
  ]
}

function moment(at: number | null): string | null {
  return at === null ? null : formatMoment(at)
}

function plain(value: string | null): ReactNode {
  return value === null ? null : <bdi>{visibleText(value)}</bdi>
}

function copyable(label: string, value: string | null, variant: 'text' | 'code' = 'text'): ReactNode {
  return value === null ? null : <Copyable label={label} value={value} variant={variant} />
}
