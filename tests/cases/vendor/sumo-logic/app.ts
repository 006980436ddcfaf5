import SumoLogger from 'sumo-logger';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

const sumo = new SumoLogger({ endpoint: 'https://endpoint1.collection.eu.sumologic.com/receiver/v1/http/x' });

auth.on('login', (user: User) => {
  sumo.log(`login of ${user.email}`); // ~> contact.email sumo-logic
  sumo.log({ event: 'login', phone: user.phone }); // ~> contact.phone sumo-logic
  sumo.flushLogs();
});
