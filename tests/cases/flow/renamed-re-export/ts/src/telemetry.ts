export { setUser as rememberPerson } from '@sentry/browser';
