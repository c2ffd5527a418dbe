import { activationLock } from './trees/activation-lock.ts'
import { assignmentStuck } from './trees/assignment-stuck.ts'
import { auth } from './trees/auth.ts'
import { awaitConfiguration } from './trees/await-configuration.ts'
import { cannotAssign } from './trees/cannot-assign.ts'
import { configurator } from './trees/configurator.ts'
import { fewerInPortal } from './trees/fewer-in-portal.ts'
import { invalidProfile } from './trees/invalid-profile.ts'
import { network } from './trees/network.ts'
import { notDownloaded } from './trees/not-downloaded.ts'
import { notListed } from './trees/not-listed.ts'
import { notPrompting } from './trees/not-prompting.ts'
import { otherServer } from './trees/other-server.ts'
import { preconditions } from './trees/preconditions.ts'
import { reEnrollMac } from './trees/re-enroll-mac.ts'
import { scep } from './trees/scep.ts'
import { terms } from './trees/terms.ts'
import { timedOut } from './trees/timed-out.ts'
import { tls } from './trees/tls.ts'
import { tokenExpired } from './trees/token-expired.ts'
import { tokenFile } from './trees/token-file.ts'
import { webView } from './trees/web-view.ts'
import { wrongOwner } from './trees/wrong-owner.ts'

/** What people read of the decision trees in `shared/data/trees`. */
export const trees = {
  'activation-lock': activationLock,
  'assignment-stuck': assignmentStuck,
  auth,
  'await-configuration': awaitConfiguration,
  'cannot-assign': cannotAssign,
  configurator,
  'fewer-in-portal': fewerInPortal,
  'invalid-profile': invalidProfile,
  network,
  'not-downloaded': notDownloaded,
  'not-listed': notListed,
  'not-prompting': notPrompting,
  'other-server': otherServer,
  preconditions,
  're-enroll-mac': reEnrollMac,
  scep,
  terms,
  'timed-out': timedOut,
  tls,
  'token-expired': tokenExpired,
  'token-file': tokenFile,
  'web-view': webView,
  'wrong-owner': wrongOwner,
}
