export const track = (event: string) => console.info(event);
