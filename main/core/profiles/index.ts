export { checkProfileText, MAX_PROFILE_CHARACTERS, type ProfileCheck } from './check-profile.ts'
