"""How Swedish minutes are read: dates, amounts, people, meetings, organisations and words.

Everything here is a pure function from words to values: what cannot be read stays None and is never guessed. Swedish
words stand in this room because they are what it reads (D19); nothing here knows a particular group, person or place
beyond public data (the municipalities of Sweden, common given names).
"""
