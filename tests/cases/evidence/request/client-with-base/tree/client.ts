import axios from 'axios'
export const client = axios.create({
  baseURL: 'https://crm.unknown-crm.io/v2',
})
