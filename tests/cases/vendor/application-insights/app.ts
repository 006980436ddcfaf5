import { ApplicationInsights } from '@microsoft/applicationinsights-web';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string; orgId: string; plan: string }

const appInsights = new ApplicationInsights({ config: { connectionString: 'InstrumentationKey=x', disableCookiesUsage: true } });
appInsights.loadAppInsights();

auth.on('login', (user: User, error: Error) => {
  appInsights.setAuthenticatedUserContext(user.id, user.orgId); // ~> identifier.user_id application-insights, identifier.org_id application-insights
  appInsights.trackEvent({ name: 'login', properties: { email: user.email } }); // ~> contact.email application-insights
  appInsights.trackEvent({ name: 'login' }, { phone: user.phone, plan: user.plan }); // ~> contact.phone application-insights
  appInsights.trackException({ exception: error, properties: { email: user.email } }); // ~> contact.email application-insights
  appInsights.trackTrace({ message: `login of ${user.email}` }); // ~> contact.email application-insights
  appInsights.flush();
});
