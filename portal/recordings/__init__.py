"""Floor 6: public words of ours as people speak them: a recording per question, kind and language."""
