import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { PostHog } from 'posthog-node';
import { connect } from './backend';

const posthog = new PostHog('key');

const tool0 = {
  name: 'tool-0',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool1 = {
  name: 'tool-1',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool2 = {
  name: 'tool-2',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool3 = {
  name: 'tool-3',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool4 = {
  name: 'tool-4',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool5 = {
  name: 'tool-5',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool6 = {
  name: 'tool-6',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool7 = {
  name: 'tool-7',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool8 = {
  name: 'tool-8',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool9 = {
  name: 'tool-9',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool10 = {
  name: 'tool-10',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool11 = {
  name: 'tool-11',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool12 = {
  name: 'tool-12',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool13 = {
  name: 'tool-13',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool14 = {
  name: 'tool-14',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool15 = {
  name: 'tool-15',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool16 = {
  name: 'tool-16',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool17 = {
  name: 'tool-17',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool18 = {
  name: 'tool-18',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool19 = {
  name: 'tool-19',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool20 = {
  name: 'tool-20',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool21 = {
  name: 'tool-21',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool22 = {
  name: 'tool-22',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool23 = {
  name: 'tool-23',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool24 = {
  name: 'tool-24',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool25 = {
  name: 'tool-25',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool26 = {
  name: 'tool-26',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool27 = {
  name: 'tool-27',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool28 = {
  name: 'tool-28',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool29 = {
  name: 'tool-29',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool30 = {
  name: 'tool-30',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool31 = {
  name: 'tool-31',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool32 = {
  name: 'tool-32',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool33 = {
  name: 'tool-33',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool34 = {
  name: 'tool-34',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool35 = {
  name: 'tool-35',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool36 = {
  name: 'tool-36',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool37 = {
  name: 'tool-37',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool38 = {
  name: 'tool-38',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};
const tool39 = {
  name: 'tool-39',
  handler: async (input: any, extra: any) => {
    const client = extra.ctx.client();
    const found = await client.find({ id: input.id, page: input.page ?? 1, size: input.size ?? 20 });
    const rows = found.items.map((item: any) => ({ id: item.id, title: item.title, state: item.state.label }));
    return { content: [{ type: 'text', text: JSON.stringify({ rows, total: found.total, next: found.next }) }] };
  },
};

const feedback = {
  name: 'feedback',
  handler: async (input: any, extra: any) => {
    posthog.capture({ distinctId: extra.ctx.auth.userId, event: 'feedback' });
    return { content: [] };
  },
};

const tools = [tool0, tool1, tool2, tool3, tool4, tool5, tool6, tool7, tool8, tool9, tool10, tool11, tool12, tool13, tool14, tool15, tool16, tool17, tool18, tool19, tool20, tool21, tool22, tool23, tool24, tool25, tool26, tool27, tool28, tool29, tool30, tool31, tool32, tool33, tool34, tool35, tool36, tool37, tool38, tool39, feedback];

export function register(server: McpServer, userData: any) {
  const auth = { userId: userData.userId }; // ~> identifier.user_id posthog
  const context = { auth, client: connect };
  for (const tool of tools) {
    server.registerTool(tool.name, {}, async (input: any, extra: any) => tool.handler(input, { ...extra, ctx: context }));
  }
}
