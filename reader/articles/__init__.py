"""Articles: what they are read by, their text versions, the words and sentences of these, reposts."""
