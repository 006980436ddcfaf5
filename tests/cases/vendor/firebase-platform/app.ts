import { initializeApp } from 'firebase/app';
import { createUserWithEmailAndPassword, getAuth, sendPasswordResetEmail, signInWithPhoneNumber, updateProfile } from 'firebase/auth';
import { addDoc, collection, doc, getFirestore, query, setDoc, updateDoc, where, writeBatch } from 'firebase/firestore';
import { getDatabase, ref, set } from 'firebase/database';
import { getFunctions, httpsCallable } from 'firebase/functions';
import { bus } from '@acme/bus';

interface User { id: string; email: string; name: string; phone: string; password: string; plan: string }

const app = initializeApp({ projectId: 'acme' });
const db = getFirestore(app);
const greet = httpsCallable(getFunctions(app), 'greet');

bus.on('signup', async (user: User) => {
  const { user: made } = await createUserWithEmailAndPassword(getAuth(), user.email, user.password); // ~> contact.email firebase-platform, credential.password firebase-platform
  await updateProfile(made, { displayName: user.name }); // ~> identity.name firebase-platform
  await sendPasswordResetEmail(getAuth(), user.email); // ~> contact.email firebase-platform
  await signInWithPhoneNumber(getAuth(), user.phone); // ~> contact.phone firebase-platform
  await addDoc(collection(db, 'users'), { email: user.email }); // ~> contact.email firebase-platform
  await setDoc(doc(db, 'users', '1'), { phone: user.phone }); // ~> contact.phone firebase-platform
  await updateDoc(doc(db, 'users', '1'), { email: user.email }); // ~> contact.email firebase-platform
  await updateDoc(doc(db, 'users', '1'), 'email', user.email); // ~> contact.email firebase-platform
  query(collection(db, 'users'), where('email', '==', user.email)); // ~> contact.email firebase-platform
  writeBatch(db).set(doc(db, 'users', '1'), { email: user.email }); // ~> contact.email firebase-platform
  await set(ref(getDatabase(), 'users/1'), { email: user.email }); // ~> contact.email firebase-platform
  await greet({ email: user.email }); // ~> contact.email firebase-platform
  await addDoc(collection(db, 'plans'), { kind: user.plan });
});
