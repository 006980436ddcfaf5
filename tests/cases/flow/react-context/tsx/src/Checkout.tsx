import { useAnalytics } from './analytics-context';

interface Customer { id: string; email: string }

export default function Checkout({ customer }: { customer: Customer }) {
  const analytics = useAnalytics();
  return (
    <button
      onClick={() => analytics.purchase({ email: customer.email })}
    >
      Pay
    </button>
  );
}
