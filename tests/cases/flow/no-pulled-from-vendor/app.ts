import axios from 'axios';
import { db } from '@acme/db';
import { jobs } from '@acme/jobs';

jobs.on('nightly', async () => {
  const response = await axios.get('https://mixpanel.com/api/2.0/engage');
  for (const profile of response.data.results) {
    await db.insert('profiles', { email: profile.$properties.$email });
  }
});
