import axios from 'axios';
import { queue } from '@acme/queue';

interface User { id: string; email: string; phone: string; firstName: string; ip: string; userAgent: string }

queue.on('order', async (user: User) => {
  await axios.post('https://api.linkedin.com/rest/conversionEvents', {
    conversion: 'urn:lla:llaPartnerConversion:1',
    user: {
      userIds: [{ idType: 'SHA256_EMAIL', idValue: user.email }], // ~> contact.email linkedin
      userInfo: { firstName: user.firstName }, // ~> identity.first_name linkedin
    },
  });
});
