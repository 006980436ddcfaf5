import assemblyai as aai
from assemblyai.streaming.v3 import StreamingClient, StreamingClientOptions
from flask import Flask, request

app = Flask(__name__)
transcriber = aai.Transcriber()
live = StreamingClient(StreamingClientOptions(api_key="key"))


@app.post("/recordings")
def recordings():
    transcript = transcriber.transcribe(request.files["recording"])  # ~> content.voice assemblyai
    transcriber.submit(data=request.files["recording"])  # ~> content.voice assemblyai
    live.stream(request.files["recording"])  # ~> content.voice assemblyai
    aai.Lemur().task(request.form["question"])  # ~> content.llm_prompt assemblyai
    aai.LLMGateway().chat.completions.create(model="a", messages=[{"role": "user", "content": request.form["question"]}])  # ~> content.llm_prompt assemblyai
    return transcript.text
