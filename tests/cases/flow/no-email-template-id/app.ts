import mixpanel from 'mixpanel-browser';
import { mailer } from '@acme/mailer';

mailer.on('sent', (campaign: { emailTemplateId: string; emailSubjectLength: number }) => {
  mixpanel.track('mail sent', { emailTemplateId: campaign.emailTemplateId, type: 'email' });
});
