import Exa from 'exa-js';
import { inbox } from '@acme/inbox';

interface User { id: string; plan: string }
interface Question { text: string }

const exa = new Exa('key');

inbox.on('question', async (user: User, question: Question) => {
  await exa.search(question.text, { numResults: 5, userIdentifier: user.id }); // ~> behavior.search_query exa, identifier.user_id exa
  await exa.searchAndContents(question.text, { text: true }); // ~> behavior.search_query exa
  await exa.answer(question.text); // ~> content.llm_prompt exa
  await exa.getContents(['https://acme.example']);
});
