import { createClient } from '@supabase/supabase-js';
import { auth } from '@acme/auth';

interface User { id: string; email: string; firstName: string; phone: string; password: string; plan: string }

const supabase = createClient('https://acme.supabase.co', 'key');

auth.on('signup', async (user: User, upload: { stream: Blob }) => {
  await supabase.auth.signUp({ email: user.email, password: user.password }); // ~> contact.email supabase, credential.password supabase
  await supabase.auth.signInWithOtp({ phone: user.phone }); // ~> contact.phone supabase
  await supabase.auth.resetPasswordForEmail(user.email); // ~> contact.email supabase
  await supabase.auth.admin.inviteUserByEmail(user.email); // ~> contact.email supabase
  await supabase.from('profiles').insert({ id: user.id, first_name: user.firstName }); // ~> identifier.user_id supabase, identity.first_name supabase
  await supabase.from('profiles').upsert([{ email: user.email }]); // ~> contact.email supabase
  await supabase.from('profiles').update({ phone: user.phone }).eq('id', '1'); // ~> contact.phone supabase
  await supabase.from('profiles').select().eq('email', user.email); // ~> contact.email supabase
  await supabase.rpc('greet', { email: user.email }); // ~> contact.email supabase
  await supabase.functions.invoke('greet', { body: { email: user.email } }); // ~> contact.email supabase
  await supabase.storage.from('avatars').upload('a.png', upload.stream); // ~> content.file supabase
  await supabase.from('plans').insert({ kind: user.plan });
});
