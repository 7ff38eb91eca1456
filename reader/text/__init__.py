"""Chinese text: words, sentences, reading time, and the themes a text brings with it. Pure: no Django."""
