from flask import Flask, request
from helicone_helpers import HeliconeManualLogger

app = Flask(__name__)
logger = HeliconeManualLogger(api_key="key")


@app.post("/ask")
def ask():
    logger.log_request(request={"model": "gpt", "messages": [{"role": "user", "content": request.form["question"]}]}, operation=print)  # ~> content.llm_prompt helicone
    logger.send_log(None, {"prompt": request.form["question"]}, request.form["answer"], {"start_time": 1, "end_time": 2})  # ~> content.llm_prompt helicone
    return "", 204
