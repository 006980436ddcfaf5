import mixpanel from 'mixpanel-browser';
import { chat } from '@acme/chat';

chat.on('sent', (message, user) => {
  mixpanel.track('sent', {
    length: message.text.length,
    recipients: message.recipients.length,
    chars: user.email.length,
  });
});
