"""The evaluation: conversations and gold questions through the real turn, measured and reported.

``conversations`` reads what people wrote, ``asking`` runs it, ``judging`` and ``measures`` judge
and count, ``page`` and ``pictures`` draw. Nothing here decides what a visitor gets.
"""
