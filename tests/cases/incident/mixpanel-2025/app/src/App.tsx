import { useEffect } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router-dom';
import { trackEvent } from './lib/analytics';
import { ApiKeys } from './pages/ApiKeys';
import { Billing } from './pages/Billing';
import { Chat } from './pages/Chat';
import { Login } from './pages/Login';
import { Settings } from './pages/Settings';
import { Signup } from './pages/Signup';
import { Usage } from './pages/Usage';

export function App() {
  useEffect(() => trackEvent('App opened'), []);

  return (
    <BrowserRouter>
      <Routes>
        <Route path="/login" element={<Login />} />
        <Route path="/signup" element={<Signup />} />
        <Route path="/keys" element={<ApiKeys />} />
        <Route path="/usage" element={<Usage />} />
        <Route path="/billing" element={<Billing />} />
        <Route path="/chat" element={<Chat />} />
        <Route path="/settings" element={<Settings />} />
      </Routes>
    </BrowserRouter>
  );
}
