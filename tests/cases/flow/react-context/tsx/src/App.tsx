import { AnalyticsProvider } from './analytics-context';
import Checkout from './Checkout';
import { useCustomer } from '@acme/customer';

export default function App() {
  const customer = useCustomer();
  return (
    <AnalyticsProvider>
      <Checkout customer={customer} /> {/* ~> contact.email amplitude */}
    </AnalyticsProvider>
  );
}
