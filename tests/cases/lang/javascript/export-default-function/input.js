run(handler);
export default function handler(req, res) { res.json(req.body); }
