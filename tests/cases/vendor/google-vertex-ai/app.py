from flask import Flask, request
from google.cloud import dialogflow, documentai, language_v1, speech, texttospeech, translate_v3, vision
from google.cloud import translate_v2 as translate

app = Flask(__name__)


@app.post("/say")
def say():
    translate.Client().translate(request.form["text"], target_language="en")  # ~> content.free_text google-vertex-ai
    translation = translate_v3.TranslationServiceClient()
    translation.translate_text(parent="p", contents=[request.form["text"]], target_language_code="en")  # ~> content.free_text google-vertex-ai
    tts = texttospeech.TextToSpeechClient()
    tts.synthesize_speech(input=texttospeech.SynthesisInput(text=request.form["text"]))  # ~> content.free_text google-vertex-ai
    language = language_v1.LanguageServiceClient()
    document = language_v1.Document(content=request.form["text"])  # ~> content.free_text google-vertex-ai
    language.analyze_sentiment(request={"document": document})
    sessions = dialogflow.SessionsClient()
    text = dialogflow.TextInput(text=request.form["text"], language_code="en")  # ~> content.message google-vertex-ai
    sessions.detect_intent(request={"session": "s", "query_input": dialogflow.QueryInput(text=text)})
    return "", 204


@app.post("/upload")
def upload():
    file = request.files["scan"].read()  # ~> content.file google-vertex-ai
    vision.ImageAnnotatorClient().text_detection(image=vision.Image(content=file))
    raw = documentai.RawDocument(content=file, mime_type="application/pdf")
    documentai.DocumentProcessorServiceClient().process_document(request={"name": "n", "raw_document": raw})
    return "", 204


@app.post("/voice")
def voice():
    audio = speech.RecognitionAudio(content=request.files["voice"].read())  # ~> content.voice google-vertex-ai
    speech.SpeechClient().recognize(config={}, audio=audio)
    return "", 204
