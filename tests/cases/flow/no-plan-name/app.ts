import mixpanel from 'mixpanel-browser';
import { billing } from '@acme/billing';

interface Plan { id: string; name: string; price: number }

billing.on('upgrade', (plan: Plan, file: { name: string }) => {
  mixpanel.track('upgraded', { plan_name: plan.name, file: file.name });
});
