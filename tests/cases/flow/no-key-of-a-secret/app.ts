import * as Sentry from '@sentry/node';
import { database } from './database';

class Secrets {
  #database = database;

  async load(name: string) {
    const secret = await this.#database.entries.findUnique({ where: { name } });
    return secret ? this.#open(secret) : undefined;
  }

  #open(secret: { key: string; value: string }) {
    if (!secret.value) {
      Sentry.captureMessage(`Secret is empty: ${secret.key}`);
    }
    return secret.value;
  }
}

new Secrets().load('mail');
