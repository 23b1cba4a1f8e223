"""Bad input as data: names of files and their bytes, and patterns that are repeated."""

from __future__ import annotations

import json

# A text that has a row in every table, to stand among the garbage.
STORY = (
    "Norland and Sudmark signed a $67 billion trade agreement on Monday. Acme Corp. will invest 5% more in steel "
    "by 2030, Chief Executive Jane Smith said.\n"
)


def _wide(text: str) -> str:
    """With a zero-width space between all characters."""
    return "\u200b".join(text)


def _records(*records: object) -> bytes:
    return "\n".join(json.dumps(record) for record in records).encode() + b"\n"


FILES: dict[str, bytes] = {
    # nothing, or nothing that is text
    "empty.txt": b"",
    "blank.txt": b" \t\r\n\n  ",
    "bom.txt": b"\xef\xbb\xbf",
    "nul.txt": b"Shares\x00 rose 5%",
    "nuls.txt": b"\x00" * 4000,
    "all-bytes.txt": bytes(range(256)) * 20,
    "jpeg.txt": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(128, 256)) * 10,
    "pdf.txt": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj << /Type /Catalog >>\nstream\n\x8a\x9f\x01\x02endstream",
    "zip.txt": b"PK\x03\x04\x14\x00\x08\x08" + b"\x9a" * 300,
    "picture.jpg": b"\xff\xd8\xff",
    "no-ending": STORY.encode(),
    # encodings
    "utf-16.txt": STORY.encode("utf-16"),
    "utf-16-odd.txt": STORY.encode("utf-16") + b"\x41",
    "utf-16-lone.txt": b"\xff\xfe\x00\xd8\x41\x00",
    "utf-32.txt": STORY.encode("utf-32"),
    "cp1252.txt": "Zürich’s bank paid £5m".encode("cp1252"),
    "shift-jis.txt": "日本は五千億円を投資する。".encode("shift-jis") * 20,
    "cut-utf-8.txt": "Growth of 5 % in Köln – ".encode()[:-2],
    "overlong.txt": b"a\xc0\xafb\xed\xa0\x80c",
    "utf-7.txt": b"+AGE-cme paid +ACQ-5 million",
    # characters
    "controls.txt": "".join(map(chr, range(1, 32))).encode() + STORY.encode(),
    "c1.txt": "".join(map(chr, range(127, 160))).encode() + STORY.encode(),
    "noncharacters.txt": ("\ufffe\uffff\U0010ffff " + STORY).encode(),
    "zero-width.txt": _wide(STORY).encode(),
    "right-to-left.txt": ("\u202e" + STORY[::-1] + "\u2066ارتفعت الأسهم 5٪ إلى ١٢٣ مليون\u2069").encode(),
    "combining.txt": ("e\u0301" * 500 + "\u0335" * 500 + " $5 mil\u0338lion").encode(),
    "emoji.txt": ("👨‍👩‍👧‍👦🇮🇳🏴󠁧󠁢󠁥󠁮󠁧󠁿 $5 million 💰💰 5️⃣%  " * 20).encode(),
    "growing-capitals.txt": "İSTANBUL paid ŉ5 ǰan 2025 ﬁve ẞ percent in İzmir on İ Monday".encode(),
    "digits.txt": "١٢٣٪ ５００円 Ⅷ ½% ²³ 三百万ドル १२३ करोड़ $٥ million".encode(),
    "separators.txt": "Up 5%\u2028on Monday\u2029in\x85Paris\x0bat\x0c3pm\x1c\x1d\x1e\x1f".encode(),
    "line-ends.txt": b"Shares\rrose\r\n5%\n\r\non\r\rMonday",
    # what spreadsheets run
    "formula.txt": b'=1+1\n@SUM(A1)\n+5%\n-$5 million\n=cmd|\' /C calc\'!A0\n=HYPERLINK("http://x","y") paid $5m\n',
    "formula.md": b'---\ntitle: "=1+1"\noutlet: "@SUM(1)"\nurl: "=A1"\n---\n=2+2 raised $5 million on Monday.\n',
    "=1+1.txt": STORY.encode() + b"=",
    "quotes.txt": b'"a","b""c",\'d\n"Acme, Inc." paid "$5 million" on "Monday", ""said" "x"\n',
    # markup and other formats
    "page.txt": b"<!DOCTYPE html><html><script>var x = 5 + '$5m';</script><body><p>Acme paid $5m</body></html>",
    "deep.txt": b"<div>" * 800 + STORY.encode() + b"</div>" * 800,
    "unclosed.txt": b"<!-- " + b"<![CDATA[ &lt;&#x0; &#99999999; " * 40 + STORY.encode(),
    "code.txt": b"def f(x=5):\n    return {'$5': [1, 2, (3)]}  # 5%\n" * 20,
    "table.txt": b"| Year | Sales |\n|---|---|\n" + b"| 2024 | $5m |\n" * 60,
    "csv.txt": b"date,name,value\n" + b"2025-01-01,Acme Corp,$5 million\n" * 60,
    "log.txt": b"2025-08-29T17:30:00Z 10.0.0.1 GET /a?b=5%20 200 1,234ms\n" * 40,
    "base64.txt": b"QWNtZSBwYWlkICQ1IG1pbGxpb24gb24gTW9uZGF5Lg" * 60,
    "links.txt": b"http://a.b/c?d=$5m&e=2025-01-01 www.x.y/5% a@b.c " * 40,
    "front-matter-bomb.md": b"---\n" + b"a: &a [*a,*a,*a,*a]\n" * 1500 + b"---\n" + STORY.encode(),
    "front-matter-open.md": b"---\ntitle: never closed\n" + STORY.encode(),
    "front-matter-only.md": b"---\ntitle: x\n---\n",
    "front-matter-bad.md": b"---\ntitle: [\ndate: 2025-99-99\nurl: !!python/object:os.system x\n---\n" + STORY.encode(),
    # values beyond every range
    "numbers.txt": (b"$" + b"9" * 3000 + b" million, 1e999%, 0x1F, -0, 1/0, 1.2.3.4.5, 5" + b",000" * 400 + b" people"),
    "dates.txt": b"On 99/99/9999, 30 February 2025, 0000-00-00, 31 April, Q9 2025, 25:61, year 0, in 99999 years, FY0",
    "zeroes.txt": b"0% of $0 in 0 days to 0 people, 0.0 times, 00:00, $0.00 million",
    "currencies.txt": "XXX 5 million, $€£¥₹ 5, US$US$5, 5 dollars euros pounds, ₿5, 5 ƒ".encode(),
    "names.txt": b"John Smith Jane Doe Acme Corp Inc Ltd " * 80,
    "places.txt": b"India, Japan, China, France, Germany and " * 80,
    "months.txt": b"January February March April May June July " * 80,
    "deals.txt": b"the deal, the pact, a treaty, the agreement to buy Acme for $5m, " * 50,
    # other languages
    "german.txt": "Die Bank erhöhte am Montag den Leitzins um 0,25 Prozentpunkte auf 4,5 Prozent.".encode() * 8,
    "chinese.txt": "中国人民银行周一宣布投资五十亿美元。".encode() * 30,
    "hindi.txt": "भारत ने सोमवार को 5 करोड़ रुपये का निवेश किया। ".encode() * 20,
    "thai.txt": "ธนาคารแห่งประเทศไทยขึ้นดอกเบี้ยร้อยละห้า".encode() * 30,
    # records
    "lone.jsonl": b'{"text": "Acme paid \\ud800 $5 million on Monday", "title": "\\udfff", "id": "\\ud83d"}\n',
    "broken.jsonl": b'{"text": "a\nnot json\n[1]\n"text"\nnull\n{}\n{"text": 5}\n{"text": ""}\n{"text": NaN}\n\xff\n',
    "deep.jsonl": b'{"text": ' + b"[" * 20_000 + b"]" * 20_000 + b"}\n",
    "big-number.jsonl": b'{"id": ' + b"9" * 6000 + b', "text": "Up 5%"}\n{"id": 1e999, "text": "Up 6%"}\n',
    "twins.jsonl": _records({"id": "a", "text": "Up 5%"}, {"id": "a", "text": "Up 5%"}, {"id": "=1", "text": "Up 7%"}),
    "fields.jsonl": _records({"text": STORY, "published": {"a": [1]}, "url": True, "outlet": 5, "title": ["x"]}),
    "empty.jsonl": b"\n\n \n",
    # a metadata file that says too much and too little; it is no input itself
    "metadata.csv": b'source,published,title\nempty.txt\nlog.txt,yesterday,"=1+1"\n,,,,,,\n"open,"\n\xff\n',
}

# Read as one text of many thousand characters each.
PATTERNS = (
    *(
        " ",
        "\n",
        "\t",
        "\n ",
        "\u00a0",
        "\u2028",
        "\r\n",
        "\u200b",
        "\0",
        "a",
        "A",
        "9",
        "1,",
        "$",
        "%",
        "@",
        "a@",
        "(",
    ),
    *("-", ".", "…", '"', "’", "<", "== ", "| 1 ", "\\", "😀", "e\u0301", "\u202e", "中"),
    *("$5 ", "$5", "5% ", "1, 2, ", "5 km ", "5-", "5 people ", "Rs 5 crore ", "from 5 to 6 ", "one ", "twenty-", "½ "),
    *("Abc Def ", "Abc, ", "Abc & ", "A. ", "U.S. ", "John Smith, ", "India, ", "Bank of ", "Abc (ABC) ", "Mr. Smith "),
    *("Monday ", "Q1 ", "FY25 ", "last year ", "January 2025 ", "10 am ", "two days ago "),
    *("acquired Acme ", "the deal ", "agreed to buy ", "invest $5 million in ", "steel, ", "and ", "Acme\n", "5\n"),
)
