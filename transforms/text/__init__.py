"""What holds of text in any format: encoding, language, dates, bylines, wording, addresses."""
