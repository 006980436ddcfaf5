export interface User {
  id: string;
  name: string;
  email: string;
  plan: 'free' | 'pro' | 'enterprise';
}

export interface Organization {
  id: string;
  seats: number;
}

export interface Session {
  user: User;
  organization: Organization;
  accessToken: string;
}

export interface Credentials {
  email: string;
  password: string;
}

export interface SignupForm extends Credentials {
  name: string;
}

export interface ApiKey {
  id: string;
  scope: 'read' | 'write';
  apiKey: string;
}

export interface ChatMessage {
  role: 'user' | 'assistant';
  content: string;
}

export interface ChatRequest {
  model: string;
  prompt: string;
  messages: ChatMessage[];
}

export interface UsageRow {
  endpoint: string;
  requestBody: string;
  tokens: number;
}

export interface PaymentMethod {
  cardNumber: string;
  cvv: string;
  expiry: string;
}

export interface Invoice {
  number: string;
  amount: number;
  status: 'open' | 'paid';
}

export interface IdentityCheck {
  idDocumentNumber: string;
  passportNumber: string;
}
