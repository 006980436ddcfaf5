import { KnockProvider } from '@knocklabs/react';

interface User { id: string; email: string }

export function Feed({ user }: { user: User }) {
  return (
    <KnockProvider
      apiKey="key"
      user={{ id: user.id, email: user.email }} // ~> identifier.user_id knock, contact.email knock
    >
      <i />
    </KnockProvider>
  );
}
