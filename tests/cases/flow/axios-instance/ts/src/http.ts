import axios from 'axios';

export const http = axios.create({
  baseURL: 'https://api.segment.io/v1',
  timeout: 5000,
});
