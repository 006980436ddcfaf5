from elevenlabs.client import ElevenLabs
from flask import Flask, request

app = Flask(__name__)
client = ElevenLabs(api_key="key")


@app.post("/recordings")
def recordings():
    client.text_to_speech.convert("voice", text=request.form["reply"], model_id="eleven_v3")  # ~> content.llm_prompt elevenlabs
    client.speech_to_text.convert(file=request.files["recording"], model_id="scribe_v2")  # ~> content.voice elevenlabs
    client.speech_to_speech.convert("voice", audio=request.files["recording"])  # ~> content.voice elevenlabs
    client.voices.ivc.create(name="A", files=[request.files["recording"]])  # ~> content.voice elevenlabs
    client.conversational_ai.twilio.outbound_call(agent_id="1", agent_phone_number_id="2", to_number=request.form["phone"])  # ~> contact.phone elevenlabs
    client.voices.get_all()
    return "", 204
