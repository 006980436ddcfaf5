import cloudinary.uploader
from flask import Flask, request

app = Flask(__name__)


@app.post("/photos")
def photos():
    cloudinary.uploader.upload(request.files["photo"])  # ~> content.file cloudinary
    return "", 204
