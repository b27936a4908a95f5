"""Tables within a text: their rows, what their headings and the lines above them say, and which way a column goes."""
