from arize import ArizeClient
from flask import Flask, request
from phoenix.client import Client

app = Flask(__name__)
arize = ArizeClient(api_key="key")
phoenix = Client(base_url="https://app.phoenix.arize.com")


@app.post("/ask")
def ask():
    arize.ml.log_stream(space_id="1", model_name="a", prompt=request.form["question"], features={"email": request.form["email"]})  # ~> contact.email arize, content.llm_prompt arize
    arize.datasets.create(name="a", space="1", examples=[{"input": request.form["question"]}])  # ~> content.llm_prompt arize
    phoenix.spans.add_span_annotation(span_id="1", annotation_name="a", metadata={"email": request.form["email"]})  # ~> contact.email arize
    phoenix.spans.add_span_note(span_id="1", note=request.form["note"])  # ~> content.free_text arize
    phoenix.datasets.create_dataset(name="a", inputs=[{"question": request.form["question"]}])  # ~> content.llm_prompt arize
    return "", 204
