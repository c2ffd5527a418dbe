import activationLock from '../data/trees/activation-lock.json' with { type: 'json' }
import assignmentStuck from '../data/trees/assignment-stuck.json' with { type: 'json' }
import auth from '../data/trees/auth.json' with { type: 'json' }
import awaitConfiguration from '../data/trees/await-configuration.json' with { type: 'json' }
import cannotAssign from '../data/trees/cannot-assign.json' with { type: 'json' }
import configurator from '../data/trees/configurator.json' with { type: 'json' }
import fewerInPortal from '../data/trees/fewer-in-portal.json' with { type: 'json' }
import invalidProfile from '../data/trees/invalid-profile.json' with { type: 'json' }
import network from '../data/trees/network.json' with { type: 'json' }
import notDownloaded from '../data/trees/not-downloaded.json' with { type: 'json' }
import notListed from '../data/trees/not-listed.json' with { type: 'json' }
import notPrompting from '../data/trees/not-prompting.json' with { type: 'json' }
import otherServer from '../data/trees/other-server.json' with { type: 'json' }
import preconditions from '../data/trees/preconditions.json' with { type: 'json' }
import reEnrollMac from '../data/trees/re-enroll-mac.json' with { type: 'json' }
import scep from '../data/trees/scep.json' with { type: 'json' }
import terms from '../data/trees/terms.json' with { type: 'json' }
import timedOut from '../data/trees/timed-out.json' with { type: 'json' }
import tls from '../data/trees/tls.json' with { type: 'json' }
import tokenExpired from '../data/trees/token-expired.json' with { type: 'json' }
import tokenFile from '../data/trees/token-file.json' with { type: 'json' }
import webView from '../data/trees/web-view.json' with { type: 'json' }
import wrongOwner from '../data/trees/wrong-owner.json' with { type: 'json' }
import remedies from '../data/remedies.json' with { type: 'json' }
import type { Remedy, Tree, TreeSet } from './tree.ts'

/** Every tree, in the order in which people are likely to need them. A test holds the files against `treeFile`. */
export const TREES = [
  notPrompting,
  assignmentStuck,
  invalidProfile,
  timedOut,
  notDownloaded,
  notListed,
  fewerInPortal,
  tokenFile,
  terms,
  tokenExpired,
  otherServer,
  cannotAssign,
  configurator,
  activationLock,
  network,
  tls,
  auth,
  webView,
  scep,
  awaitConfiguration,
  reEnrollMac,
  wrongOwner,
  preconditions,
] as unknown as readonly Tree[] // JSON's own types are too wide

/** A test holds the file against `remedyFile`. */
export const REMEDIES = remedies.remedies as readonly Remedy[]

export const TREE_SET: TreeSet = { trees: TREES, remedies: REMEDIES }

/** Trees a diagnosis may begin with. */
export const STARTS: readonly Tree[] = TREES.filter(({ part }) => part !== true)
