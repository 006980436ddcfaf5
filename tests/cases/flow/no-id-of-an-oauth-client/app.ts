import axios from 'axios';
import { providers } from './providers';

export async function token(code: string) {
  const provider = await providers.findFirst();
  await axios.post('https://oauth2.googleapis.com/token', {
    grant_type: 'authorization_code',
    client_id: provider.googleClientId,
    code,
  });
  await axios.post('https://github.com/login/oauth/authorize', {
    client_id: provider.organizationId,
    redirect_uri: 'https://example.com/back',
  });
}

token('1');
