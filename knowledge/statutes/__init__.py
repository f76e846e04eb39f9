"""Statutes as imported: files read within limits, split into articles, judged before anything is
taken. Nothing here writes; ``knowledge.store.Store.take`` keeps what was agreed to."""
