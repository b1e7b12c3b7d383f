"""What a page wears: its styles, its scripts, its policy, and the files beside it. Pure: templates in, texts out."""
