"""A text of 60,000 characters with 5,000 marks of 24 themes, on the product as it is run: the desk's scene."""

import json
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.product import Scene, environment, free_port, inside, prepare, served

CHARACTERS, MARKS, THEMES = 60_000, 5_000, 24
SUBJECTS = ("绿道", "河湖", "街巷", "公园", "驿站", "步道", "老城", "社区", "校园", "渡口", "林荫", "集市")
CLAUSES = (
    "{0}的价值在于连通{1}",
    "单独一段{0}再漂亮也难以发挥作用",
    "建好{0}是起点，管好{1}才是本事",
    "{0}的钱从哪里来要算明白账",
    "各地{0}条件不同，不可一个样子",
    "市民在{0}的日常是对{1}最好的检验",
    "看{0}，也要看{1}",
)
MAKE = """
import json, sys
import django
django.setup()
from uuid import UUID
from annotations.models import Highlight, Tagging, Theme
from reader.models import Article
said = json.load(sys.stdin)
article = Article.objects.select_related("version").get(pk=said["article"])
common = dict(project=article.project, article=article, version=article.version, author_id=said["user"])
text = article.version.text
themes = [
    Theme.objects.create(project=article.project, name=f"主题第{number}号", colour=number % 12 + 1)
    for number in range(said["themes"])
]
rows = Highlight.objects.bulk_create([
    Highlight(uuid=UUID(uuid), start=start, end=end, exact=text[start:end], prefix=text[max(0, start - 32):start],
              suffix=text[end:end + 32], note=note, **common)
    for uuid, start, end, note, _ in said["marks"]
], batch_size=500)
Tagging.objects.bulk_create([
    Tagging(project=article.project, highlight=row, theme=themes[theme], author_id=said["user"])
    for row, (*_, chosen) in zip(rows, said["marks"]) for theme in chosen
], batch_size=500)
"""


def essay(chance: random.Random) -> str:
    paragraphs, length = ["绿道与城市：一份很长的报告"], 0
    while length < CHARACTERS:
        clauses = (chance.choice(CLAUSES).format(*chance.sample(SUBJECTS, 2)) for _ in range(chance.randint(8, 18)))
        paragraphs.append("，".join(clauses) + "。")
        length += len(paragraphs[-1])
    return "\n\n".join(paragraphs)


def marks(chance: random.Random, text: str) -> list[tuple[str, int, int, str, list[int]]]:
    """(uuid, start, end, note, themes): 4 to 40 characters, every fifth with a note, every sixth with two themes."""
    rows = []
    for number in range(MARKS):
        start = chance.randrange(len(text) - 40)
        note = "这一处和上文呼应，留待复核。" if number % 5 == 0 else ""
        chosen = chance.sample(range(THEMES), 2 if number % 6 == 0 else 1)
        rows.append((f"{chance.getrandbits(128):032x}", start, start + chance.randint(4, 40), note, chosen))
    return rows


@dataclass(frozen=True)
class Dense:
    """A running product with the text, whose marks are made on demand."""

    scene: Scene
    origin: str
    environ: dict[str, str]
    chance: random.Random

    @property
    def page(self) -> str:
        return f"{self.origin}/projects/{self.scene.project}/articles/{self.scene.article}/"

    @property
    def desk(self) -> str:
        return f"{self.origin}/api/projects/{self.scene.project}/articles/{self.scene.article}/desk"

    def mark(self) -> None:
        said = {"article": self.scene.article, "user": self.scene.user, "themes": THEMES}
        inside(self.environ, MAKE, json.dumps(said | {"marks": marks(self.chance, self.scene.text)}).encode())


@contextmanager
def dense() -> Iterator[Dense]:
    chance = random.Random(1)
    with tempfile.TemporaryDirectory(prefix="quandian-dense-") as data:
        environ, port = environment(Path(data)), free_port()
        scene = prepare(environ, essay(chance), static=True)
        with served(environ, port):
            yield Dense(scene, f"http://127.0.0.1:{port}", environ, chance)
