import { log, useLogger } from 'next-axiom';
import { useSession } from 'next-auth/react';

export default function Account() {
  const user = useSession().data.user;
  const logger = useLogger();
  logger.info('opened', { email: user.email }); // ~> contact.email axiom
  log.error(`no account for ${user.email}`); // ~> contact.email axiom
  log.with({ userId: user.id }).debug('opened'); // ~> identifier.user_id axiom
  return null;
}
