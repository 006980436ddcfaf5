export const key = process.env.MIXPANEL_TOKEN
const { x } = process.env
const p = import.meta.env.VITE_HOTJAR_ID
