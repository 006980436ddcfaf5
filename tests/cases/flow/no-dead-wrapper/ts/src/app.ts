import { auth } from '@acme/auth';
import { trackEvent } from './analytics';

auth.on('login', () => trackEvent('login'));
