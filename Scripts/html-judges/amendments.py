"""html5lib 1.1 with what the WHATWG standard has changed since, and without some slips of its own.

Each amendment is a function on the classes of html5lib's insertion modes, with its reason. What is
too big for one, the contents of templates, is left to another judge (judges.py).
"""
from html5lib import html5parser, treebuilders
from html5lib.constants import namespaces, specialElements
from html5lib.treebuilders import base

HTML = namespaces["html"]
IMPLIED = {(HTML, name) for name in ("dd", "dt", "li", "optgroup", "option", "p", "rb", "rp", "rt", "rtc")}
# The special elements of the standard, which html5lib has in an older state.
SPECIAL = specialElements - {(HTML, name) for name in ("command", "image", "isindex")} | {
    (HTML, name) for name in ("keygen", "main", "noembed", "search", "summary",
                               "template", "track", "source", "figcaption", "hgroup")} | {
    (namespaces["mathml"], name) for name in ("mi", "mo", "mn", "ms", "mtext", "annotation-xml")} | {
    (namespaces["svg"], name) for name in ("foreignObject", "desc", "title")}
STRUCTURE = {(HTML, name) for name in ("table", "tbody", "tfoot", "thead", "tr")}
SPACES = "\t\n\f\r "


def phases():
    """The insertion modes' classes, amended."""
    classes = html5parser.getPhases(False)
    for amend in AMENDMENTS:
        amend(classes)
    return classes


def starts(mode):
    """The table of a mode's rules for start tags, by name."""
    return vars(mode)["startTagHandler"]


def ends(mode):
    return vars(mode)["endTagHandler"]


PLAIN_BUILDER = treebuilders.getTreeBuilder("etree", fullTree=True)


class Element(PLAIN_BUILDER.elementClass):
    """An element that keeps its list of children whole where one goes before another; html5lib's own
    forgets such a child, and the adoption agency then leaves it behind."""

    def insertBefore(self, node, refNode):
        super().insertBefore(node, refNode)
        self._childNodes.insert(self._childNodes.index(refNode), node)


class Builder(PLAIN_BUILDER):
    elementClass = Element


class Parser(html5parser.HTMLParser):
    def __init__(self):
        super().__init__(tree=Builder, namespaceHTMLElements=True)
        self.phases = {name: cls(self, self.tree) for name, cls in CLASSES.items()}
        self.tree.generateImpliedEndTags = self.generate_implied_end_tags

    def resetInsertionMode(self):
        """html5lib takes elements of SVG for those of HTML here, and stops at some that can be open."""
        modes = {"td": "inCell", "th": "inCell", "tr": "inRow", "tbody": "inTableBody", "thead": "inTableBody",
                 "tfoot": "inTableBody", "caption": "inCaption", "colgroup": "inColumnGroup", "table": "inTable",
                 "head": "inHead", "body": "inBody", "frameset": "inFrameset", "html": "afterHead"}
        for node in self.tree.openElements[::-1]:
            if node.namespace == HTML and node.name in modes:
                self.phase = self.phases[modes[node.name]]
                return

    def generate_implied_end_tags(self, exclude=None):
        """Ruby's `rb` and `rtc` have implied end tags too; elements of SVG have none."""
        elements = self.tree.openElements
        while elements[-1].nameTuple in IMPLIED and elements[-1].name not in (exclude or ()):
            elements.pop()


def is_open(tree, name):
    """In scope, as an element of HTML."""
    return tree.elementInScope(name)


def pop_until(tree, *names):
    """Pops up to an element of HTML of one of the names; html5lib takes those of SVG for it too."""
    while tree.openElements.pop().nameTuple not in {(HTML, name) for name in names}:
        pass


def old_elements(classes):
    """`isindex` and `command` are elements like any other now; `dialog` and `search` close a `p`."""
    body = classes["inBody"]
    for table in (starts(body), starts(classes["inHead"])):
        for name in ("isindex", "command"):
            table.pop(name, None)
    close = starts(body)["div"]
    starts(body)["dialog"] = starts(body)["search"] = close
    ends(body)["search"] = ends(body)["div"]


def select(classes):
    """`select` has no insertion modes of its own any more and takes any content."""
    body = classes["inBody"]
    scope = base.listElementsMap
    for variant in (None, "button", "list"):
        scope[variant] = (scope[variant][0] | {(HTML, "select")}, False)

    def start_select(self, token):
        if is_open(self.tree, "select"):
            pop_until(self.tree, "select")
            return
        self.tree.reconstructActiveFormattingElements()
        self.tree.insertElement(token)
        self.parser.framesetOK = False

    def start_option(self, token):
        if is_open(self.tree, "select"):
            self.tree.generateImpliedEndTags(["optgroup"] if token["name"] == "option" else None)
        elif self.tree.openElements[-1].nameTuple == (HTML, "option"):
            self.tree.openElements.pop()
        self.tree.reconstructActiveFormattingElements()
        self.tree.insertElement(token)

    def start_input(self, token, plain=starts(body)["input"]):
        if is_open(self.tree, "select"):
            pop_until(self.tree, "select")
        plain(self, token)

    def start_hr(self, token):
        if self.tree.elementInScope("p", variant="button"):
            self.endTagP({"type": 4, "name": "p", "data": {}})
        if is_open(self.tree, "select"):
            self.tree.generateImpliedEndTags()
        self.tree.insertElement(token)
        self.tree.openElements.pop()
        self.parser.framesetOK = False

    starts(body)["select"] = start_select
    starts(body)["option"] = starts(body)["optgroup"] = start_option
    starts(body)["input"] = start_input
    starts(body)["hr"] = start_hr
    ends(body)["select"] = ends(body)["div"]


def ruby(classes):
    """`rb` and `rtc` close what `rp` and `rt` close; those two leave an `rtc` open."""
    body = classes["inBody"]

    def start_ruby(self, token):
        if is_open(self.tree, "ruby"):
            self.tree.generateImpliedEndTags(["rtc"] if token["name"] in ("rp", "rt") else None)
        self.tree.insertElement(token)

    for name in ("rb", "rtc", "rp", "rt"):
        starts(body)[name] = start_ruby


def textarea(classes):
    """The text of a `textarea` is read in the text mode: no formatting element is opened in it."""
    def start_textarea(self, token):
        self.parser.parseRCDataRawtext(token, "RCDATA")
        self.parser.framesetOK = False
        self.parser.dropsNewline = True

    def spaces(self, token):
        data = token["data"]
        if getattr(self.parser, "dropsNewline", False) and not self.tree.openElements[-1].hasContent():
            data = data.removeprefix("\n")
        self.parser.dropsNewline = False
        if data:
            self.tree.insertText(data)

    starts(classes["inBody"])["textarea"] = start_textarea
    def characters(self, token):
        self.parser.dropsNewline = False
        self.tree.insertText(token["data"])

    def end(self, token, plain=classes["text"].processEndTag):
        self.parser.dropsNewline = False
        return plain(self, token)

    classes["text"].processSpaceCharacters = spaces
    classes["text"].processCharacters = characters
    classes["text"].processEndTag = end


def frameset_text(classes):
    """Of text in framesets the white space is kept character by character."""
    def characters(self, token):
        white = "".join(character for character in token["data"] if character in SPACES)
        if white:
            self.tree.insertText(white)

    for name in ("inFrameset", "afterFrameset"):
        classes[name].processCharacters = characters

    def last(self, token):
        white = "".join(character for character in token["data"] if character in SPACES)
        if white:
            self.parser.phases["inBody"].processSpaceCharacters(dict(token, data=white))

    classes["afterAfterFrameset"].processCharacters = last


def end_tags(classes):
    """End tags look for elements of HTML; html5lib takes those of SVG and MathML for them too."""
    body = classes["inBody"]

    def any_other(self, token):
        for node in self.tree.openElements[::-1]:
            if node.nameTuple == (HTML, token["name"]):
                self.tree.generateImpliedEndTags([token["name"]])
                while self.tree.openElements.pop() is not node:
                    pass
                return
            if node.nameTuple in SPECIAL:
                return

    def block(self, token):
        if is_open(self.tree, token["name"]):
            self.tree.generateImpliedEndTags()
            pop_until(self.tree, token["name"])

    def list_item(self, token):
        if self.tree.elementInScope(token["name"], variant="list" if token["name"] == "li" else None):
            self.tree.generateImpliedEndTags([token["name"]])
            pop_until(self.tree, token["name"])

    def paragraph(self, token):
        if not self.tree.elementInScope("p", variant="button"):
            self.tree.insertElement({"type": 3, "name": "p", "data": {}, "selfClosing": False})
        self.tree.generateImpliedEndTags(["p"])
        pop_until(self.tree, "p")

    def heading(self, token):
        if any(is_open(self.tree, f"h{level}") for level in range(1, 7)):
            self.tree.generateImpliedEndTags()
            pop_until(self.tree, "h1", "h2", "h3", "h4", "h5", "h6")

    def marked(self, token):
        if is_open(self.tree, token["name"]):
            self.tree.generateImpliedEndTags()
            pop_until(self.tree, token["name"])
            self.tree.clearActiveFormattingElements()

    def end_tag(self, token, plain=body.processEndTag):
        # Only the very next token can be the newline that a `pre` drops.
        self.processSpaceCharacters = self.processSpaceCharactersNonPre
        return plain(self, token)

    body.processEndTag = end_tag
    table = ends(body)
    for name, handler in list(table.items()):
        plain = getattr(handler, "__name__", "")
        replacement = {"endTagBlock": block, "endTagListItem": list_item, "endTagP": paragraph,
                       "endTagHeading": heading, "endTagAppletMarqueeObject": marked}.get(plain)
        if replacement:
            table[name] = replacement
    table.default = any_other
    body.endTagOther = any_other
    body.endTagP = paragraph
    body.endTagListItem = list_item


def list_items(classes):
    """`li`, `dd` and `dt` close the last of their kind in the body's own rules: html5lib goes by the
    current mode, in tables with foster parenting, which it then turns off too early."""
    kinds = {"li": ["li"], "dt": ["dt", "dd"], "dd": ["dt", "dd"]}

    def start(self, token):
        self.parser.framesetOK = False
        for node in self.tree.openElements[::-1]:
            if node.namespace == HTML and node.name in kinds[token["name"]]:
                self.tree.generateImpliedEndTags([node.name])
                pop_until(self.tree, node.name)
                break
            if node.nameTuple in SPECIAL and node.nameTuple not in {
                    (HTML, "address"), (HTML, "div"), (HTML, "p")}:
                break
        if self.tree.elementInScope("p", variant="button"):
            self.endTagP({"type": 4, "name": "p", "data": {}})
        self.tree.insertElement(token)

    for name in kinds:
        starts(classes["inBody"])[name] = start


def adoption_agency(classes):
    """The adoption agency algorithm as it is now: a current node that is not in the list is just
    popped, the inner loop goes all the way up, and its limit of three takes elements off the list."""
    body = classes["inBody"]

    def formatting(self, token):
        tree, name = self.tree, token["name"]
        if (tree.openElements[-1].nameTuple == (HTML, name)
                and tree.openElements[-1] not in tree.activeFormattingElements):
            tree.openElements.pop()
            return
        for _ in range(8):
            element = tree.elementInActiveFormattingElements(name)
            if not element:
                self.endTagOther(token)
                return
            if element not in tree.openElements:
                tree.activeFormattingElements.remove(element)
                return
            if not tree.elementInScope(element):
                return
            start = tree.openElements.index(element)
            block = next((node for node in tree.openElements[start:] if node.nameTuple in SPECIAL), None)
            if block is None:
                del tree.openElements[start:]
                tree.activeFormattingElements.remove(element)
                return
            adopt(tree, element, block, tree.openElements[start - 1])

    for name in ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"):
        ends(body)[name] = formatting
    body.endTagFormatting = formatting


def adopt(tree, element, block, ancestor):
    """One turn of the adoption agency's outer loop."""
    active, elements = tree.activeFormattingElements, tree.openElements
    bookmark = active.index(element)
    last, turn, index = block, 0, elements.index(block)
    while True:
        index -= 1
        node = elements[index]
        if node is element:
            break
        turn += 1
        if turn > 3 and node in active:
            bookmark -= active.index(node) < bookmark
            active.remove(node)
        if node not in active:
            elements.remove(node)
            continue
        clone = node.cloneNode()
        position = active.index(node)
        active[position] = elements[index] = clone
        if last is block:
            bookmark = position + 1
        move(last, clone)
        last = clone
    if last.parent is not None:
        last.parent.removeChild(last)
    if ancestor.nameTuple in STRUCTURE and tree.insertFromTable:
        parent, before = tree.getTableMisnestedNodePosition()
        parent.appendChild(last) if before is None else parent.insertBefore(last, before)
    else:
        ancestor.appendChild(last)
    clone = element.cloneNode()
    block.reparentChildren(clone)
    block.appendChild(clone)
    active.insert(bookmark, clone)
    active.remove(element)
    elements.remove(element)
    elements.insert(elements.index(block) + 1, clone)


def move(node, parent):
    if node.parent is not None:
        node.parent.removeChild(node)
    parent.appendChild(node)


def table_results(classes):
    """A tag that the body's rules want to have processed again is lost in html5lib's tables."""
    table = classes["inTable"]

    def start(self, token):
        self.tree.insertFromTable = True
        again = self.parser.phases["inBody"].processStartTag(token)
        self.tree.insertFromTable = False
        return again

    def end(self, token):
        self.tree.insertFromTable = True
        again = self.parser.phases["inBody"].processEndTag(token)
        self.tree.insertFromTable = False
        return again

    starts(table).default = table.startTagOther = start
    ends(table).default = table.endTagOther = end


def table_text(classes):
    """Text is table text only where the current node is part of the table's structure; elsewhere the
    body's rules are for it, which open formatting elements."""
    table = classes["inTable"]

    def text(name):
        plain = getattr(table, name)

        def process(self, token):
            if self.tree.openElements[-1].nameTuple in STRUCTURE:
                return plain(self, token)
            self.tree.insertFromTable = True
            again = getattr(self.parser.phases["inBody"], name)(token)
            self.tree.insertFromTable = False
            return again
        return process

    table.processCharacters = text("processCharacters")
    table.processSpaceCharacters = text("processSpaceCharacters")


def foreign_end_tags(classes):
    """`</br>` and `</p>` end SVG and MathML as their start tags do."""
    foreign = classes["inForeignContent"]
    plain = foreign.processEndTag

    def end(self, token):
        if token["name"] not in ("br", "p"):
            return plain(self, token)
        elements = self.tree.openElements
        while (elements[-1].namespace != HTML and not self.parser.isHTMLIntegrationPoint(elements[-1])
               and not self.parser.isMathMLTextIntegrationPoint(elements[-1])):
            elements.pop()
        return self.parser.phase.processEndTag(token)

    foreign.processEndTag = end


def end_br(classes):
    """`</br>` counts as content that no frameset may replace, as `<br>` does."""
    plain = ends(classes["inBody"])["br"]

    def end(self, token):
        plain(self, token)
        self.parser.framesetOK = False

    ends(classes["inBody"])["br"] = end


def end_of_file(classes):
    """A table can be left unended with nothing but the root open; html5lib takes that for a fault."""
    classes["inTable"].processEOF = lambda self: None


AMENDMENTS = [end_of_file, end_br, table_text, foreign_end_tags, old_elements, end_tags, select, ruby, textarea, frameset_text, list_items, adoption_agency,
              table_results]
CLASSES = phases()
