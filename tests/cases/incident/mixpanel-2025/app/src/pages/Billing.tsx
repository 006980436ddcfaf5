import { useEffect, useState, type FormEvent } from 'react';
import { listInvoices, savePayment } from '../api/client';
import { useSession } from '../auth/session';
import { trackEvent } from '../lib/analytics';
import type { Invoice, PaymentMethod } from '../types';

export function Billing() {
  const { session } = useSession();
  const [invoices, setInvoices] = useState<Invoice[]>([]);
  const [payment, setPayment] = useState<PaymentMethod>({ cardNumber: '', cvv: '', expiry: '' });

  useEffect(() => {
    listInvoices().then(setInvoices);
  }, []);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    await savePayment(payment);
    trackEvent('Payment method saved', { plan: session?.user.plan ?? 'free' });
  }

  return (
    <form onSubmit={onSubmit}>
      <input value={payment.cardNumber} onChange={(e) => setPayment({ ...payment, cardNumber: e.target.value })} />
      <input value={payment.cvv} onChange={(e) => setPayment({ ...payment, cvv: e.target.value })} />
      <button>Save</button>
      {invoices.map((invoice) => (
        <p key={invoice.number}>{invoice.amount} {invoice.status}</p>
      ))}
    </form>
  );
}
