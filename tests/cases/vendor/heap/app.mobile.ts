import Heap from '@heap/react-native-heap';
import { Heap as Bridge } from '@heap/heap-react-native-bridge';
import { auth } from '@acme/auth';

interface User { id: string; email: string; phone: string }

Bridge.startRecording('123', { captureAdvertiserId: true });

auth.on('login', (user: User) => {
  Heap.identify(user.id); // ~> identifier.user_id heap
  Heap.addUserProperties({ email: user.email }); // ~> contact.email heap
  Heap.track('login', { phone: user.phone }); // ~> contact.phone heap
  Bridge.identify(user.email); // ~> contact.email heap
  Bridge.addUserProperties({ phone: user.phone }); // ~> contact.phone heap
  Bridge.track('login', { email: user.email }); // ~> contact.email heap
});
