import mixpanel from 'mixpanel-browser';
import { billing } from '@acme/billing';

billing.on('upgrade', (plan, file) => {
  mixpanel.track('upgraded', { plan_name: plan.name, file: file.name });
});
