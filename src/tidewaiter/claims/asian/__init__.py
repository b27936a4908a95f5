"""The rules of Korean and Chinese, where the words that count stand before what they rule."""
