import * as Clarity from '@microsoft/react-native-clarity';
import { auth } from '@acme/auth';

interface User { id: string; email: string }

auth.on('login', (user: User) => {
  Clarity.setCustomUserId(user.id); // ~> identifier.user_id microsoft-clarity
  Clarity.setCustomTag('email', user.email); // ~> contact.email microsoft-clarity
});
