import axios from 'axios';
import { auth } from '@acme/auth';

interface User { id: string; email: string; plan: string }

auth.on('login', async (user: User) => {
  await axios.post('https://http-intake.logs.datadoghq.eu/api/v2/logs', [{ message: 'login', email: user.email }]); // ~> contact.email datadog
  await fetch('https://browser-intake-datadoghq.com/api/v2/logs', { method: 'POST', body: JSON.stringify({ plan: user.plan }) });
});
