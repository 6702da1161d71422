"""Input as somebody might send it who wants to break the site, or whose device is broken."""

from __future__ import annotations

from hypothesis import strategies as st

BIDI = "\u202eevil\u202c\u2066\u2069\u200f"
COMBINING = "a" + "\u0301" * 2000
NO_KEY = "00000000-0000-0000-0000-000000000000"
FIXED = [
    "", " ", "\x00", "a\x00b", "9" * 30, "-" + "9" * 30, "9" * 5000, "0x10", "1e999", "NaN", "٣" * 30, "²", "½",
    "\ud800", "\udfff" * 3, BIDI, COMBINING, '"', "'", '""', "a\"'", "\\", "%", "%00", "%s%n", "{{7*7}}", "{% now %}",
    "<script>alert(1)</script>", "';--", "' OR 1=1 --", "../../../etc/passwd", "\r\nSet-Cookie: a=b",
    "\x1b[31m", "\ufeff",
    "\u200b", "\u2028", "😀" * 200, "ﷺ" * 400, "A" * 20_000, "null", "[]", "{}", "[" * 500, "2024-02-30", "99999-99-99",
    "on", "true", NO_KEY, f"{{{NO_KEY}}}", "SR-2222-2222",
    "1111222233334444", "١١١١٢٢٢٢٣٣٣٣٤٤٤٤", "+963" + "0" * 200, "a@b", "a@" + "b" * 300 + ".example",
    "=cmd|' /C calc'!A0",
]  # fmt: skip
# As a part of a path: percent-encoded as sent, so that broken UTF-8 gets through.
PARTS = [
    "1", "0", "-1", "9" * 30, "9" * 5000, "%00", "%ff", "%ed%a0%80", "%c0%af", "%e2%80%ae", "..%2f..%2f", "%22", "%27",
    "a" * 3000, "%0d%0aX:%20y", "%F0%9F%98%80", "SR-2222-2222", "sr-2222-2222", "٣", "%D9%A3",
    NO_KEY, NO_KEY[:-1], "{{7}}", "%2e%2e",
    ";", "a;b=c", "*", "~",
]  # fmt: skip
COOKIES = ["x" * 8000, '"', "\\", "a=b; c", "\x7f", "٣", ";;;=", "sessionid", "zz" * 30]
HOSTS = ["evil.example", "a b", "127.0.0.1:99999999", "[::1", "", "testserver:abc", "testserver\t", "xn--", "é.example"]
ACCEPTED = [
    "*",
    "ku-Arab",
    "ckb;q=abc",
    "x" * 600,
    "ar," * 3000,
    "ar;q=9" * 50,
    "\xff",
    "kmr-Latn-TR",
    "-",
    "en-GB;q=0.0001",
]
# No NUL: a server refuses it in a header before the application hears of it (RFC 9110, 5.5).
CONTENT_TYPES = [
    "application/json", "text/plain", "application/xml", "multipart/form-data", "multipart/form-data; boundary=",
    "multipart/form-data; boundary=" + "x" * 300, "multipart/form-data; boundary=\u00e9",
    "multipart/form-data; boundary=a b",
    "application/x-www-form-urlencoded; charset=utf-16", "application/x-www-form-urlencoded; charset=nonsense",
    "application/x-www-form-urlencoded; charset=utf-7",
    "", "a", "/", "x/y;z",
]  # fmt: skip
BODIES = [
    b"", b"{", b"[" * 2000, b'{"a":' * 200, b"\xff\xfe\x00", b"a=%ff&b=%00&c=%ed%a0%80", b"=&=&=&",
    b"&" * 2000, b"a" * 5000,
    b"name=%ud800", b"a[b][c]=1&__proto__=1", b"--a\r\n", b"--a\r\nContent-Disposition: form-data\r\n\r\nx\r\n--a--",
    b'--a\r\nContent-Disposition: form-data; name="f"; filename="\xff.csv"\r\nContent-Type: text/csv\r\n\r\nx',
    b'--a\r\nContent-Disposition: form-data; name="f"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!\r\n--a--\r\n',
    b'--a\r\nContent-Disposition: form-data; name="' + b"n" * 5000 + b'"\r\n\r\nx\r\n--a--\r\n',
]  # fmt: skip

text = st.one_of(
    st.sampled_from(FIXED),
    st.text(max_size=60),
    st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Mn", "Zs", "Nd"]), max_size=40),
    st.integers(min_value=-(10**40), max_value=10**40).map(str),
)


def as_sent(value: str) -> str:
    """The text as a header carries it: bytes that the server reads as Latin-1, a lone surrogate as its three bytes."""
    return value.encode("utf-8", "surrogatepass").decode("latin-1")
