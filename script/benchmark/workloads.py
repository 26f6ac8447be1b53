"""Workloads: invented words, posts and packs, always the same."""

import json
import os
import random

ORDINARY = """the a of to and in we our you it is was for on with at this that be are have had not
from by new day week team great thanks join us today see more about open free people community
local work train learn help support share story photo video music sport match game school road
market garden coffee cake morning evening summer winter weather rain sun walk run bike train bus
ticket book read write call ask answer plan build fix make bake paint""".split()

HEADS = "b bl c d dr f g gr h k l m n p pl r s st t tr v w".split()
TAILS = "a e i o u an en er in on ar ol um".split()

# So many different texts are made; longer workloads hold them again and again.
DIFFERENT = 20_000


class Words:
    """Invented words, those that posts use, and phrases made of the others."""

    def __init__(self):
        rng = random.Random(20090805)
        words = set()
        while len(words) < 42_000:
            words.add("".join(rng.choice(HEADS) + rng.choice(TAILS) for _ in range(rng.randint(2, 4))))
        words = sorted(words)
        rng.shuffle(words)
        # One word in two thousand is of a phrase, so that one post in fifty has a finding.
        self.rare = words[:2_000]
        self.found = words[2_000:2_040]
        others = words[2_040:]
        self.phrases = self.found + [
            word if rng.random() < 0.6 else f"{word} {rng.choice(self.rare)}" for word in others[:39_960]]

    def phrases_of(self, count):
        """So many phrases; the first are the same in every list, and only they occur in posts."""
        return self.phrases[:count]


def texts(words, count=DIFFERENT):
    """Texts of about 225 bytes each."""
    rng = random.Random(14)
    result = []
    for _ in range(count):
        text, length = [], 0
        while length < 225:
            chance = rng.random()
            if chance < 0.0005:
                word = rng.choice(words.found)
            else:
                word = rng.choice(words.rare) if chance < 0.15 else rng.choice(ORDINARY)
            if rng.random() < 0.08:
                word = word.capitalize()
            if rng.random() < 0.03:
                word = "#" + word.capitalize() + rng.choice(ORDINARY).capitalize()
            if rng.random() < 0.09:
                word += rng.choice([".", ",", "!", "?"])
            text.append(word)
            length += len(word) + 1
        result.append(" ".join(text))
    return result


def lines(texts, start, count):
    """So many JSON Lines with ids from `start` on."""
    known = [json.dumps(text) for text in texts]
    return "".join(f'{{"id":"{n}","text":{known[n % len(known)]}}}\n' for n in range(start, start + count))


def write_stream(path, texts, count):
    """Writes JSON Lines."""
    with open(path, "w") as file:
        for start in range(0, count, 50_000):
            file.write(lines(texts, start, min(50_000, count - start)))


def write_text(path, texts, size):
    """Writes plain text of about `size` bytes: a text a line, an empty line between paragraphs of five."""
    with open(path, "w") as file:
        written, number = 0, 0
        while written < size:
            line = texts[number % len(texts)] + (".\n\n" if number % 5 == 4 else ".\n")
            file.write(line)
            written += len(line)
            number += 1


def write_files(folder, texts, count):
    """Writes short plain-text drafts, a thousand in a folder, and returns their paths."""
    paths = []
    for number in range(count):
        part = os.path.join(folder, f"{number // 1000:03}")
        if number % 1000 == 0:
            os.makedirs(part)
        path = os.path.join(part, f"{number:06}.txt")
        with open(path, "w") as file:
            file.write(texts[number % len(texts)] + "\n")
        paths.append(path)
    return paths


def write_pack(folder, phrases):
    """Writes a pack of one rule with these phrases."""
    os.makedirs(os.path.join(folder, "vocabulary"))

    def write(name, text):
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)

    write("pack.yml", "id: bench\ntitle: Bench\nedition: '1'\npublisher: Nobody\nsource: { title: Bench }\n")
    write("guidance.yml", "sources:\n  B: { title: Bench }\nstatements:\n"
          "  B-1: { says: Nothing in particular., status: P, class: [LEX], rules: [words] }\n")
    entries = "".join(f"  - {phrase}\n" for phrase in phrases)
    write("vocabulary/phrases.yml", f"title: Phrases\nwords:\n{entries}")
    write("words.yml", f"""title: Words
topic: wording
severity: note
action: fix
guidance: [B-1]
flag: {{ words: phrases }}
message: this holds one of the phrases
why: It is only a measurement.
do: Nothing.
examples:
  bad: ["so {phrases[0]} it is"]
  good: ["nothing here"]
""")
