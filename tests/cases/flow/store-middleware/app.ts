import { configureStore, type Middleware } from '@reduxjs/toolkit';
import mixpanel from 'mixpanel-browser';

const analytics: Middleware = () => (next) => (action: any) => {
  if (action.type === 'auth/login') {
    mixpanel.people.set({ $email: action.payload.user.email }); // ~> contact.email mixpanel
  }
  return next(action);
};

export const store = configureStore({ reducer: {}, middleware: (defaults) => defaults().concat(analytics) });
