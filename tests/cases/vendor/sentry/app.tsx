import { useEffect } from 'react';
import { useSession } from 'next-auth/react';
import * as Sentry from '@sentry/react';
import { addBreadcrumb, captureException, setUser } from '@sentry/react';

export default function Account() {
  const user = useSession().data.user;

  useEffect(() => {
    Sentry.init({
      dsn: 'https://key@o1.ingest.sentry.io/1',
      integrations: [Sentry.replayIntegration({ maskAllText: true, blockAllMedia: true })],
      replaysOnErrorSampleRate: 1,
      initialScope: { user: { id: user.id, email: user.email }, tags: { app: 'web' } }, // ~> identifier.user_id sentry, contact.email sentry
    });
    setUser({ email: user.email }); // ~> contact.email sentry
    addBreadcrumb({ category: 'account', message: 'opened' });
  }, [user]);

  const report = (error: Error) => {
    captureException(error, { extra: { name: user.name } }); // ~> identity.name sentry
    Sentry.captureReactException(error, { componentStack: '' }, { tags: { email: user.email } }); // ~> contact.email sentry
    Sentry.showReportDialog({ user: { email: user.email, name: user.name } }); // ~> contact.email sentry, identity.name sentry
    Sentry.sendFeedback({ message: 'broken', email: user.email }); // ~> contact.email sentry
  };

  return <Failing onError={report} />;
}
