"""Made-up documents with whatever can be broken in markup, from a source of random numbers.

A document takes one to three themes and mixes their tags, opened and closed in any order, with text,
white space, comments, references, odd attributes and the ends that a cut-off download has.
"""

THEMES = {
    "blocks": "p div address article aside blockquote center details dialog dir dl fieldset figure "
    "footer header hgroup main menu nav ol ul section summary search li dd dt h1 h2 h6 pre listing "
    "form button plaintext hr",
    "formatting": "a b big code em font i nobr s small strike strong tt u span p div a b i nobr "
    "ruby rb rt rp rtc applet marquee object",
    "tables": "table tbody thead tfoot tr td th caption colgroup col table tr td div p a b form "
    "input select script style",
    "head": "html head body title base link meta style script noscript noframes basefont bgsound "
    "frameset frame title p div",
    "foreign": "svg math foreignObject desc title mi mo mn ms mtext annotation-xml mglyph "
    "malignmark path g circle linearGradient p div b span font table script style image br",
    "text": "title textarea style script xmp iframe noembed noframes noscript plaintext p pre",
    "select": "select option optgroup hr input keygen textarea div p b span button select option "
    "table tr td",
    "void": "area br embed img image keygen wbr input param source track hr col frame p div span",
    "template": "template template table tr td col caption div p b select option li script svg",
    "other": "foo x-element menuitem isindex command content slot picture video audio canvas q p",
}

TEXTS = [
    "a", "text", " ", "\n", "  x ", "\t", "two words", "\r\n", "\r", "é", "語", "x\ny", "\f", "]]>",
    "--", "=", "\"", "'", "/", ">", "<", "< ", "<3", "&", "& ", "&&", "&amp;", "&amp", "&lt;x",
    "&copy", "&copy;", "&notit;", "&notin;", "&no;", "&#65;", "&#x41", "&#0;", "&#128;", "&#x110000;",
    "&#xD800;", "&#;", "&#x;", "&#13;", "&#10;", "&nbsp;", "&ngE;", "&CounterClockwiseContourIntegral;",
    "&unknown;", "&amp=", "&lt", "\0", "a\0b", "</>", "</ x>", "<?php x?>", "<!>", "<!x>", "</3>", "<!-",
]

COMMENTS = [
    "<!-- c -->", "<!---->", "<!-->", "<!--->", "<!--a--!>", "<!--a--b-->", "<!--a---->", "<!-- <!-- -->",
    "<!--<!-->", "<!--a-", "<!--a--", "<!--a--!", "<!--\0-->", "<!--a\r\nb-->", "<!--a--!b-->", "<!---a-->",
    "<![CDATA[x]]>", "<![CDATA[ ]] ]]>", "<![CDATA[a", "<![cdata[x]]>", "<!--[if IE]>x<![endif]-->",
]

DOCTYPES = [
    "<!DOCTYPE html>", "<!doctype html>", "<!DOCTYPE>", "<!DOCTYPE x>", "<!DOCTYPE html public \"a\" 'b'>",
    "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">", "<!DOCTYPE html SYSTEM 'about:legacy-compat'>",
    "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\" \"http://www.w3.org/TR/html4/loose.dtd\">",
    "<!DOCTYPE html PUBLIC>", "<!DOCTYPE html PUBLIC \"x>", "<!DOCTYPE html SYSTEM \"x\" y>", "<!DOCTYPE html x>",
    "<!DOCTYPE html PUBLIC \"-//IETF//DTD HTML//EN\">", "<!DOCTYPE\thtml\n>", "<!DOCTYPEhtml>", "<!DOCTYPE \0>",
]

ATTRIBUTES = [
    "id=a", "id=b", "class='c d'", "class=\"\"", "href=\"?a=1&copy=2&amp;b&lt\"", "title='x&quot;y'", "hidden",
    "type=hidden", "type=HIDDEN", "color=red", "size=1", "face", "ID=z", "a=&amp;", "a=&copy", "a=&copy=", "b=1",
    "x=\"a\0b\"", "x\0y=1", "=x", "\"", "'", "<", "a==", "a=>", "a = b", "a\n=\n'b'", "viewbox=1", "xlink:href=#x",
    "xml:lang=en", "xmlns='http://www.w3.org/2000/svg'", "definitionurl=u", "encoding=text/html",
    "encoding='application/xhtml+xml'", "preserveaspectratio=1", "é=ü", "a='x\r\ny'", "/", "a/b", "x=`y`",
]

RAW_TEXTS = [
    "x", "<b>", "</b>", "<!--", "-->", "<!-->", "<script>", "</script", "</script>", "<!--<script>", "</style>",
    "</title >", "</textarea/>", "</TITLE>", "&amp;", "\n", "\0", "</", "<", "--", "</scriptx>", "</noscript>",
]

ENDINGS = ["", "", "", "", "<", "</", "<p", "<p ", "<p a", "<p a=", "<p a='x", "</p", "<!--", "<!", "<!DOCTYPE", "&", "&am",
           "<script>", "<title>", "<svg><![CDATA["]

RAW_ELEMENTS = {"title", "textarea", "style", "script", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext"}


def document(rng):
    """The text of one document, of a length from a few tags to some dozens."""
    tags = [tag for theme in rng.sample(sorted(THEMES), rng.randint(1, 3)) for tag in THEMES[theme].split()]
    parts = []
    if rng.random() < 0.6:
        parts.append(rng.choice(DOCTYPES))
    for _ in range(rng.choice([3, 6, 10, 16, 25, 40, 60])):
        parts.append(part(rng, tags, parts))
    parts.append(rng.choice(ENDINGS))
    return "".join(parts)


def part(rng, tags, parts):
    kind = rng.random()
    if kind < 0.45:
        return start_tag(rng, rng.choice(tags))
    if kind < 0.68:
        return end_tag(rng, rng.choice(tags))
    if kind < 0.9:
        return rng.choice(TEXTS)
    if kind < 0.94:
        return rng.choice(COMMENTS)
    if kind < 0.95:
        return rng.choice(DOCTYPES)
    if kind < 0.97:
        return start_tag(rng, rng.choice(["html", "body", "head", "frameset", "table", "form", "input", "select"]))
    if kind < 0.98:
        return end_tag(rng, rng.choice(["html", "body", "head", "br", "p", "table", "form"]))
    return start_tag(rng, rng.choice(tags), 6)


def start_tag(rng, name, most=2):
    attributes = "".join(" " + rng.choice(ATTRIBUTES) for _ in range(rng.randint(0, rng.choice([0, 0, 1, most]))))
    tag = f"<{case(rng, name)}{attributes}{rng.choice(['', '', '', '', ' ', '/', ' /'])}>"
    if name in RAW_ELEMENTS and rng.random() < 0.8:
        tag += "".join(rng.choice(RAW_TEXTS) for _ in range(rng.randint(0, 4)))
        if rng.random() < 0.8:
            tag += f"</{name}>"
    return tag


def end_tag(rng, name):
    return f"</{case(rng, name)}{rng.choice(['', '', '', '', ' ', ' a=b', '/'])}>"


def case(rng, name):
    return name.upper() if rng.random() < 0.05 else name
