import { createClient } from '@supabase/supabase-js';
import { bus } from '@acme/bus';

interface User { email: string; phone: string }

const supabase = createClient('https://acme.supabase.co', 'key');

bus.on('find', async (user: User) => {
  await supabase.from('profiles').select().match({ email: user.email }); // ~> contact.email supabase
  await supabase.from('profiles').select().in('phone', [user.phone]); // ~> contact.phone supabase
});
