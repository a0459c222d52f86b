"""The parsers that Dateline's is compared with, each giving trees as the html5lib tests write them."""
import re

import amendments
import html5lib
from html5lib import treebuilders

NAMESPACES = {
    "http://www.w3.org/1999/xhtml": "",
    "http://www.w3.org/2000/svg": "svg ",
    "http://www.w3.org/1998/Math/MathML": "math ",
}
ATTRIBUTE_NAMESPACES = {
    "http://www.w3.org/1999/xlink": "xlink ",
    "http://www.w3.org/XML/1998/namespace": "xml ",
    "http://www.w3.org/2000/xmlns/": "xmlns ",
}


def split(name, prefixes):
    """`{namespace}local` as the format has it."""
    if name[:1] != "{":
        return name
    namespace, local = name[1:].split("}", 1)
    prefix = prefixes.get(namespace)
    return name if prefix is None else prefix + local


class HTML5Lib:
    """html5lib 1.1, its tree built of ElementTree elements."""

    version = "html5lib 1.1, plain"

    def parser(self):
        builder = treebuilders.getTreeBuilder("etree", fullTree=True)
        return html5lib.HTMLParser(tree=builder, namespaceHTMLElements=True)

    def dump(self, text):
        return self.lines(self.parser().parse(text))

    def exception(self, text, tree):
        return None

    def comparable(self, tree):
        """What of Dateline's tree is compared."""
        return tree

    def lines(self, root):
        out = []
        stack = [(iter(root), 0)]
        if root.text:
            out.append(f'| "{root.text}"')
        while stack:
            children, depth = stack[-1]
            node = next(children, None)
            if node is None:
                stack.pop()
                continue
            self.node(node, depth, out, stack)
        return "\n".join(out) + "\n"

    def node(self, node, depth, out, stack):
        indent = "| " + "  " * depth
        if not isinstance(node.tag, str):
            out.append(f"{indent}<!-- {node.text or ''} -->")
        elif node.tag == "<!DOCTYPE>":
            public, system = node.get("publicId"), node.get("systemId")
            ids = f' "{public or ""}" "{system or ""}"' if public or system else ""
            out.append(f"{indent}<!DOCTYPE {node.text or ''}{ids}>")
        else:
            out.append(f"{indent}<{split(node.tag, NAMESPACES)}>")
            for name, value in sorted((split(n, ATTRIBUTE_NAMESPACES), v) for n, v in node.items()):
                out.append(f'{indent}  {name}="{value}"')
            if node.text:
                out.append(f'{indent}  "{node.text}"')
        if node.tail:
            stack.append((iter([Tail(node.tail)]), depth))
        if isinstance(node, Tail):
            out.pop()
            out.append(f'{indent}"{node.text}"')
        elif isinstance(node.tag, str) and len(node):
            stack.append((iter(node), depth + 1))


class AmendedHTML5Lib(HTML5Lib):
    """html5lib as far as it follows the current standard, and amended where it does not."""

    version = "html5lib 1.1, amended"

    def parser(self):
        return amendments.Parser()

    def exception(self, text, tree):
        if re.search(r"</?template", text, re.I):
            return "html5lib knows no templates"
        if re.search(r"<!\[CDATA\[[^]]*\0", text):
            return "html5lib makes U+FFFD of U+0000 in CDATA where the body's rules drop it"
        return None


class Tail:
    """The text behind an element, as a node of its own."""

    tag = None
    tail = None

    def __init__(self, text):
        self.text = text


def sorted_attributes(tree):
    """The tree with the attributes of each element in the order of their lines."""
    chunks = re.split(r"\n(?=\| )", tree)
    out, run = [], []
    for chunk in chunks:
        if re.match(r"\| +[^<\" ][^\n]*=\"", chunk):
            run.append(chunk)
            continue
        out += sorted(run) + [chunk]
        run = []
    return "\n".join(out + sorted(run))


class Lexbor:
    """lexbor as selectolax has it: the current standard, but no namespaces to be seen."""

    version = "selectolax 1.0.2"

    def dump(self, text):
        from selectolax.lexbor import LexborHTMLParser
        document = LexborHTMLParser(text)
        out = []
        top = document.root
        while top.prev is not None:
            top = top.prev
        stack = [(top, 0)]
        while stack:
            node, depth = stack.pop()
            if node.next is not None:
                stack.append((node.next, depth))
            indent = "| " + "  " * depth
            if node.is_comment_node:
                out.append(f"{indent}<!-- {node.html[4:-3]} -->")
            elif node.is_text_node:
                out.append(f'{indent}"{node.text_content}"')
            elif node.is_element_node:
                out.append(f"{indent}<{node.tag}>")
                for name, value in sorted(node.attributes.items()):
                    out.append(f'{indent}  {name}="{value or ""}"')
                self.children(node, depth, out, stack)
            elif node.html.startswith("<?"):
                # A processing instruction, which the current standard no longer makes a comment.
                out.append(f"{indent}<!-- {node.html[1:-1]} -->")
        return sorted_attributes("\n".join(out) + "\n")

    def children(self, node, depth, out, stack):
        contents = node.template_fragments() if node.tag == "template" else []
        if contents and contents[0].parent.mem_id == node.mem_id:
            out.append("| " + "  " * (depth + 1) + "content")
            if contents[0].first_child is not None:
                stack.append((contents[0].first_child, depth + 2))
        if node.first_child is not None:
            stack.append((node.first_child, depth + 1))

    def comparable(self, tree):
        """Dateline's tree without what selectolax does not show: doctypes and namespaces."""
        tree = re.sub(r"^\| <!DOCTYPE.*\n", "", tree, flags=re.M)
        tree = re.sub(r"^(\| +<)(?:svg|math) ", r"\1", tree, flags=re.M)
        tree = re.sub(r"^(\| +(?:xlink|xml|xmlns)) (\w+=)", r"\1:\2", tree, flags=re.M)
        return sorted_attributes(tree.replace(" xmlns:xmlns=", " xmlns="))

    def exception(self, text, tree):
        """lexbor's own faults, each told by the markup that shows it."""
        if re.search(r"<image", text, re.I):
            return "lexbor loses some image tags, which stand for img"
        if text.endswith("<!"):
            return "lexbor puts text before the end of the file into an empty comment"
        if re.search(r"<template", text, re.I) and re.search(r"<form", text, re.I):
            return "lexbor puts a form into a table in a template"
        if re.search(r"<template.*<col", text, re.I | re.S):
            return "lexbor drops white space together with the text beside it, between columns in a template"
        if re.search(r'^\| ( *)<textarea>\n(?:\| \1  [^<"\n].*\n)*\| \1  <', tree, re.M):
            return "lexbor opens formatting elements in a textarea, which can hold text alone"
        return None


ALL = {"html5lib": AmendedHTML5Lib, "html5lib-plain": HTML5Lib, "lexbor": Lexbor}
