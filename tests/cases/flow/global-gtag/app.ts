interface User { id: string; email: string; name: string; plan: string }

declare function gtag(...args: unknown[]): void;
declare const session: { user: User };

window.addEventListener('load', () => {
  gtag('config', 'G-ABC123', { user_id: session.user.id }); // ~> identifier.user_id google-analytics
  gtag('event', 'view_item', { currency: 'EUR' });
});
