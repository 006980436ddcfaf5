import { Identify, Revenue, identify, revenue } from '@amplitude/analytics-browser';
import { auth } from '@acme/auth';

auth.on('order', (user: { email: string; birthDate: string }) => {
  identify(new Identify().add('orders', 1).unset('coupon').remove('mails', user.email)); // ~> contact.email amplitude
  revenue(new Revenue().setRevenueType('book').setCurrency('EUR').setEventProperties({ email: user.email })); // ~> contact.email amplitude
});
