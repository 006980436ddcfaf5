import { datadogRum } from '@datadog/browser-rum';
import { datadogLogs } from '@datadog/browser-logs';
import { auth } from '@acme/auth';

interface User { id: string; email: string; firstName: string; name: string; phone: string; plan: string }
interface Company { id: string; name: string; size: number }
interface Entry { value: string }

datadogRum.init({ applicationId: 'a', clientToken: 't', site: 'datadoghq.eu', sessionReplaySampleRate: 20, defaultPrivacyLevel: 'mask' });
datadogLogs.init({ clientToken: 't', site: 'datadoghq.eu', forwardErrorsToLogs: true });

auth.on('login', (user: User, company: Company, entry: Entry) => {
  datadogRum.setUser({ id: user.id, email: user.email, name: user.name }); // ~> identifier.user_id datadog, contact.email datadog, identity.name datadog
  datadogRum.setUserProperty('phone', entry.value); // ~> contact.phone datadog
  datadogRum.setUserProperty('plan', user.plan);
  datadogRum.setAccount({ id: company.id, name: company.name }); // ~> identifier.org_id datadog, work.organization datadog
  datadogRum.setAccountProperty('size', company.size);
  datadogRum.setGlobalContext({ email: user.email }); // ~> contact.email datadog
  datadogRum.setGlobalContextProperty('email', entry.value); // ~> contact.email datadog
  datadogRum.setViewContext({ phone: user.phone }); // ~> contact.phone datadog
  datadogRum.setViewContextProperty('phone', entry.value); // ~> contact.phone datadog
  datadogRum.setViewName('account');
  datadogRum.startView({ name: 'account', context: { email: user.email } }); // ~> contact.email datadog
  datadogRum.addAction('login', { email: user.email, plan: user.plan }); // ~> contact.email datadog
  datadogRum.addAction('login');
  datadogRum.addError(new Error('login'), { firstName: user.firstName }); // ~> identity.first_name datadog
  datadogRum.addFeatureFlagEvaluation('new-login', true);
  datadogRum.startAction('login', { context: { name: user.name } }); // ~> identity.name datadog
  datadogRum.addDurationVital('login', { duration: 12, context: { email: user.email } }); // ~> contact.email datadog
});

auth.on('order', (user: User, entry: Entry) => {
  datadogLogs.setUser({ email: user.email }); // ~> contact.email datadog
  datadogLogs.setGlobalContextProperty('phone', entry.value); // ~> contact.phone datadog
  datadogLogs.logger.info('order', { usr: { email: user.email } }); // ~> contact.email datadog
  datadogLogs.logger.debug(`order of ${user.email}`); // ~> contact.email datadog
  datadogLogs.logger.warn('order', { plan: user.plan });
  datadogLogs.logger.error('order', { phone: user.phone }, new Error('no stock')); // ~> contact.phone datadog
  datadogLogs.logger.log('order', { name: user.name }, 'info'); // ~> identity.name datadog
  datadogLogs.logger.setContext({ firstName: user.firstName }); // ~> identity.first_name datadog
  datadogLogs.logger.setContextProperty('email', entry.value); // ~> contact.email datadog
  const orders = datadogLogs.createLogger('orders');
  orders.info('order', { email: user.email }); // ~> contact.email datadog
  datadogLogs.getLogger('orders')?.critical('order', { email: user.email }); // ~> contact.email datadog
});

auth.on('search', (user: User, entry: Entry) => {
  datadogRum.stopAction('search', { context: { email: user.email } }); // ~> contact.email datadog
  datadogRum.startResource('/search', { context: { plan: user.plan } });
  datadogRum.stopResource('/search', { context: { phone: user.phone } }); // ~> contact.phone datadog
  datadogRum.startDurationVital('search', { context: { name: user.name } }); // ~> identity.name datadog
  datadogRum.stopDurationVital('search', { context: { plan: user.plan } });
  datadogRum.startFeatureOperation('search', { context: { email: user.email } }); // ~> contact.email datadog
  datadogRum.succeedFeatureOperation('search', { context: { plan: user.plan } });
  datadogRum.failFeatureOperation('search', 'error', { context: { email: user.email } }); // ~> contact.email datadog
  datadogLogs.logger.ok('search', { email: user.email }); // ~> contact.email datadog
  datadogLogs.logger.notice('search', { phone: user.phone }); // ~> contact.phone datadog
  datadogLogs.logger.alert('search', { name: user.name }); // ~> identity.name datadog
  datadogLogs.logger.emerg('search', { plan: user.plan });
  datadogLogs.logger.addTag('email', entry.value); // ~> contact.email datadog
});
