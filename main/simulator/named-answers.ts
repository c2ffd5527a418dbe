import type { PageTrick, ScriptedAnswer } from './script.ts'

const LOGIN_PAGE = '<!DOCTYPE html><html><head><title>Guest Wi-Fi</title></head><body><form>Log in</form></body></html>'

const page = (trick: PageTrick): ScriptedAnswer => ({ page: trick })
const refused = (status: number, code: string): ScriptedAnswer => ({ status, code })
const oauth = (problem: string): ScriptedAnswer => ({ status: 401, body: problem })

/**
 * Answers by name. The first part holds the words of old depsim configurations
 * (cmdmnt/commandment, simulators/depsim/config_failures.json).
 */
export const NAMED_ANSWERS: Readonly<Record<string, ScriptedAnswer>> = {
  success: {},
  bad_request: { status: 400 },
  bad_request_malformed_request_body: refused(400, 'MALFORMED_REQUEST_BODY'),
  bad_request_invalid_cursor: refused(400, 'INVALID_CURSOR'),
  bad_request_exhausted_cursor: refused(400, 'EXHAUSTED_CURSOR'),
  bad_request_expired_cursor: refused(400, 'EXPIRED_CURSOR'),
  bad_request_cursor_required: refused(400, 'CURSOR_REQUIRED'),
  bad_request_device_id_required: refused(400, 'DEVICE_ID_REQUIRED'),
  bad_request_config_url_required: refused(400, 'CONFIG_URL_REQUIRED'),
  bad_request_config_name_required: refused(400, 'CONFIG_NAME_REQUIRED'),
  bad_request_department_required: refused(400, 'DEPARTMENT_REQUIRED'),
  bad_request_support_phone_required: refused(400, 'SUPPORT_PHONE_REQUIRED'),
  bad_request_profile_uuid_required: refused(400, 'PROFILE_UUID_REQUIRED'),
  bad_request_profile_not_found: refused(400, 'PROFILE_NOT_FOUND'),
  unauthorized: refused(401, 'UNAUTHORIZED'),
  forbidden: refused(403, 'FORBIDDEN'),
  forbidden_access_denied: refused(403, 'ACCESS_DENIED'),
  forbidden_t_c_not_signed: refused(403, 'T_C_NOT_SIGNED'),
  invalid_method: { status: 405 },
  too_many_requests: refused(429, 'TOO_MANY_REQUESTS'),
  not_accessible: { outcome: 'NOT_ACCESSIBLE' },
  not_found: { outcome: 'NOT_FOUND' },
  failed: { outcome: 'FAILED' },

  throttled: { outcome: 'THROTTLED', retryAfterSeconds: 120 },
  missing_serial: { outcome: 'MISSING' },
  weird_status: { outcome: 'WEIRD_STATUS' },
  expired_token: refused(400, 'EXPIRED_TOKEN'),
  quoted_t_c_not_signed: { status: 403, body: '"T_C_NOT_SIGNED"' },
  code_object: { status: 403, body: { code: 'ACCESS_DENIED', message: 'Access denied' } },
  server_error: { status: 500 },
  server_error_after_change: { status: 500, isAfterChange: true },
  service_unavailable: { status: 503, headers: { 'Retry-After': '3' } },
  too_many_requests_retry_after: { ...refused(429, 'TOO_MANY_REQUESTS'), headers: { 'Retry-After': '3' } },

  oauth_token_rejected: oauth('oauth_problem=token_rejected'),
  oauth_signature_invalid: oauth('oauth_problem=signature_invalid'),
  oauth_timestamp_refused: oauth('oauth_problem=timestamp_refused'),
  oauth_nonce_used: oauth('oauth_problem=nonce_used'),
  oauth_advice: { status: 400, body: 'oauth_problem_adviceBad Request' },
  empty_object: { status: 200, body: {} },
  text: { status: 200, body: 'It works!', headers: { 'Content-Type': 'text/plain' } },

  captive_portal: { status: 200, body: LOGIN_PAGE, headers: { 'Content-Type': 'text/html; charset=utf-8' } },
  html_error: {
    status: 502,
    body: '<html><body><h1>502 Bad Gateway</h1></body></html>',
    headers: { 'Content-Type': 'text/html' },
  },
  redirect: { status: 302, headers: { Location: 'http://login.example.invalid/portal' } },
  hang: { isHanging: true },
  gzip: { isGzipped: true },
  reset: { resetAtByte: 0 },
  reset_in_body: { resetAtByte: -20 },
  truncated: { truncateAtByte: -20 },
  half_document: { shortenBodyTo: 25 },

  repeat_cursor: page('repeat-cursor'),
  empty_page: page('empty-page'),
  duplicates_in_page: page('duplicates-in-page'),
  duplicates_across_pages: page('duplicates-across-pages'),
  older_after_newer: page('older-after-newer'),
  bare_deleted: page('bare-deleted'),
  empty_op_type: page('empty-op-type'),
  modified_for_unknown: page('modified-for-unknown'),
  no_more_to_follow: page('no-more-to-follow'),
  no_cursor: page('no-cursor'),
  empty_cursor: page('empty-cursor'),
  unknown_keys: page('unknown-keys'),
  malformed_rows: page('malformed-rows'),
}
