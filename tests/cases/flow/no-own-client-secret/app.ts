import axios from 'axios';

export async function token(config: { clientId: string; clientSecret: string }, code: string) {
  return axios.post('https://oauth2.googleapis.com/token', {
    grant_type: 'authorization_code',
    client_id: config.clientId,
    client_secret: config.clientSecret,
    code,
  });
}
