"""Between documents: what several texts say of the same thing, and a long run over many of them."""
