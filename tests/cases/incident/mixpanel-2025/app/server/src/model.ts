/** Stands in for the inference cluster, which is our own. */
export function generate(model: string, prompt: string, messages: { content: string }[]): string {
  return `[${model}] ${messages.length} earlier messages, ${prompt.split(' ').length} words`;
}
