import { v2 as cloudinary } from 'cloudinary';
import { inbox } from '@acme/inbox';

interface User { id: string; email: string; name: string; phone: string; orgId: string; ip: string; plan: string }
interface Line { text: string; file: Blob }

inbox.on('line', async (user: User, line: Line) => {
  await cloudinary.uploader.upload(line.file, { context: { email: user.email } }); // ~> contact.email cloudinary, content.file cloudinary
});
