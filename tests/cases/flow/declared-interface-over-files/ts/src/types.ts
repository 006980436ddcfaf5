export interface Contact { email: string; phone: string }
export interface Customer extends Contact { id: string; plan: string }
