import { Bot } from 'grammy';
import TelegramBot, { Api } from 'node-telegram-bot-api';
import { Telegraf } from 'telegraf';
import { bus } from '@acme/bus';

interface User { email: string; phone: string; firstName: string }

const grammy = new Bot('token');
const telegraf = new Telegraf('token');
const bot = new TelegramBot('token');
const api = new Api('token');

bus.on('signup', async (user: User) => {
  await grammy.api.sendMessage('1', `New user ${user.email}`); // ~> contact.email telegram
  await telegraf.telegram.sendMessage('1', user.email); // ~> contact.email telegram
  await telegraf.telegram.sendContact('1', user.phone, user.firstName); // ~> contact.phone telegram, identity.first_name telegram
  await bot.sendMessage('1', user.email); // ~> contact.email telegram
  await api.sendMessage({ chat_id: 1, text: user.email }); // ~> contact.email telegram
});
