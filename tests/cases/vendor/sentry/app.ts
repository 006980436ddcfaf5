import * as Sentry from '@sentry/node';
import { auth } from '@acme/auth';

interface User { id: string; email: string; firstName: string; name: string; phone: string; username: string; ipAddress: string; plan: string }
interface Entry { value: string }
interface Feedback { text: string }

Sentry.init({ dsn: 'https://key@o1.ingest.sentry.io/1', environment: 'production', tracesSampleRate: 0.1 });

auth.on('login', (user: User, entry: Entry) => {
  Sentry.setUser({ id: user.id, email: user.email }); // ~> identifier.user_id sentry, contact.email sentry
  Sentry.setUser({ username: user.username, ip_address: user.ipAddress }); // ~> identity.username sentry, identifier.ip_address sentry
  Sentry.setUser({ name: user.name, plan: user.plan }); // ~> identity.name sentry
  Sentry.setUser(null);
  Sentry.setTag('phone', entry.value); // ~> contact.phone sentry
  Sentry.setTag('plan', user.plan);
  Sentry.setTags({ email: user.email, region: 'eu' }); // ~> contact.email sentry
  Sentry.setExtra('email', entry.value); // ~> contact.email sentry
  Sentry.setExtra('attempt', 1);
  Sentry.setExtras({ firstName: user.firstName }); // ~> identity.first_name sentry
  Sentry.setContext('profile', { phone: user.phone, plan: user.plan }); // ~> contact.phone sentry
  Sentry.setAttribute('email', entry.value); // ~> contact.email sentry
  Sentry.setAttributes({ 'user.email': user.email }); // ~> contact.email sentry
  Sentry.setConversationId(user.id); // ~> identifier.user_id sentry
  Sentry.addBreadcrumb({ category: 'auth', message: `login of ${user.email}`, level: 'info' }); // ~> contact.email sentry
  Sentry.addBreadcrumb({ category: 'auth', message: 'login', data: { name: user.name } }); // ~> identity.name sentry
});

auth.on('failure', (user: User, error: Error) => {
  Sentry.captureException(error);
  Sentry.captureException(error, { user: { id: user.id, email: user.email } }); // ~> identifier.user_id sentry, contact.email sentry
  Sentry.captureException(error, { tags: { email: user.email } }); // ~> contact.email sentry
  Sentry.captureException(error, { extra: { phone: user.phone, plan: user.plan } }); // ~> contact.phone sentry
  Sentry.captureException(error, { contexts: { profile: { firstName: user.firstName } } }); // ~> identity.first_name sentry
  Sentry.captureException(new Error(`no account for ${user.email}`)); // ~> contact.email sentry
  Sentry.captureMessage(`login of ${user.email} failed`); // ~> contact.email sentry
  Sentry.captureMessage('login failed', { extra: { name: user.name } }); // ~> identity.name sentry
  Sentry.captureMessage('login failed', 'warning');
  Sentry.captureEvent({ message: 'login failed', user: { id: user.id } }); // ~> identifier.user_id sentry
});

auth.on('denied', (user: User, error: Error) => {
  Sentry.withScope((scope) => {
    scope.setUser({ id: user.id }); // ~> identifier.user_id sentry
    scope.setTag('email', user.email); // ~> contact.email sentry
    scope.setExtras({ phone: user.phone }); // ~> contact.phone sentry
    scope.addBreadcrumb({ message: user.email }); // ~> contact.email sentry
    scope.addAttachment({ filename: 'user.txt', data: user.name }); // ~> identity.name sentry
    scope.setFingerprint(['denied', user.email]); // ~> contact.email sentry
    scope.setTransactionName('denied');
    Sentry.captureException(error);
  });
  Sentry.withIsolationScope((scope) => {
    scope.setContext('profile', { name: user.name }); // ~> identity.name sentry
    scope.update({ user: { id: user.id } }); // ~> identifier.user_id sentry
  });
  Sentry.configureScope((scope) => {
    scope.setUser({ email: user.email }); // ~> contact.email sentry
  });
  Sentry.getCurrentScope().setUser({ email: user.email }); // ~> contact.email sentry
  Sentry.getIsolationScope().setTag('phone', user.phone); // ~> contact.phone sentry
  Sentry.getGlobalScope().setExtra('name', user.name); // ~> identity.name sentry
  Sentry.getCurrentHub().getScope().setUser({ email: user.email }); // ~> contact.email sentry
});

auth.on('order', (user: User, entry: Entry) => {
  Sentry.startSpan({ name: 'order', attributes: { email: user.email } }, (span) => { // ~> contact.email sentry
    span.setAttribute('phone', entry.value); // ~> contact.phone sentry
    span.setAttributes({ firstName: user.firstName }); // ~> identity.first_name sentry
    span.addEvent('charged', { email: user.email }); // ~> contact.email sentry
    span.updateName('order');
  });
  const span = Sentry.startInactiveSpan({ name: 'invoice', attributes: { plan: user.plan } });
  span.setAttribute('email', user.email); // ~> contact.email sentry
  Sentry.getActiveSpan()?.setAttribute('email', user.email); // ~> contact.email sentry
  Sentry.logger.info('order', { email: user.email }); // ~> contact.email sentry
  Sentry.logger.trace(`order of ${user.name}`); // ~> identity.name sentry
  Sentry.logger.debug('order', { plan: user.plan });
  Sentry.logger.warn('order', { phone: user.phone }); // ~> contact.phone sentry
  Sentry.logger.error('order', { firstName: user.firstName }); // ~> identity.first_name sentry
  Sentry.logger.fatal('order', { email: user.email }); // ~> contact.email sentry
  Sentry.metrics.count('orders', 1, { attributes: { email: user.email } }); // ~> contact.email sentry
  Sentry.metrics.gauge('basket', 3, { attributes: { plan: user.plan } });
  Sentry.metrics.distribution('amount', 12, { attributes: { phone: user.phone } }); // ~> contact.phone sentry
});

auth.on('feedback', (user: User, feedback: Feedback) => {
  Sentry.captureFeedback({ name: user.name, email: user.email, message: feedback.text }); // ~> identity.name sentry, contact.email sentry, content.free_text sentry
  Sentry.captureFeedback({ message: 'no comment' });
});

auth.on('refund', (user: User) => {
  Sentry.startSpanManual({ name: 'refund', attributes: { phone: user.phone } }, (span, finish) => { // ~> contact.phone sentry
    span.setAttribute('plan', user.plan);
    finish();
  });
  Sentry.captureUserFeedback({ event_id: 'e1', name: user.name, email: user.email, comments: '' }); // ~> identity.name sentry, contact.email sentry
});
