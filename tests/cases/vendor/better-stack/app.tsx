import { log, useLogger } from '@logtail/next';
import { useSession } from 'next-auth/react';

export default function Account() {
  const user = useSession().data.user;
  const logger = useLogger();
  logger.info('opened', { email: user.email }); // ~> contact.email better-stack
  log.with({ userId: user.id }).debug('opened'); // ~> identifier.user_id better-stack
  return null;
}
