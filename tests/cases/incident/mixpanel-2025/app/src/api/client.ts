import type {
  ApiKey,
  ChatMessage,
  ChatRequest,
  Credentials,
  IdentityCheck,
  Invoice,
  PaymentMethod,
  Session,
  SignupForm,
  UsageRow,
} from '../types';

const BASE = '/api';

async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(BASE + path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return (await response.json()) as T;
}

export const login = (credentials: Credentials) => request<Session>('POST', '/auth/login', credentials);
export const signup = (form: SignupForm) => request<Session>('POST', '/auth/signup', form);
export const listKeys = () => request<ApiKey[]>('GET', '/keys');
export const createKey = (scope: ApiKey['scope']) => request<ApiKey>('POST', '/keys', { scope });
export const listUsage = () => request<UsageRow[]>('GET', '/usage');
export const listInvoices = () => request<Invoice[]>('GET', '/billing/invoices');
export const savePayment = (payment: PaymentMethod) => request<void>('PUT', '/billing/payment', payment);
export const complete = (chat: ChatRequest) => request<ChatMessage>('POST', '/chat/completions', chat);
export const changePassword = (password: string) => request<void>('PUT', '/auth/password', { password });
export const verifyIdentity = (check: IdentityCheck) => request<void>('POST', '/auth/identity', check);
