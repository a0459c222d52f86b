"""The checks: each a function that asserts; `all_checks` lists them under their names."""
import importlib.resources
import re

from world import World

# Off in axe unless asked for.
RULES = {'rules': {'target-size': {'enabled': True}}}
CONTRAST = {'runOnly': ['color-contrast']}
AXE = (importlib.resources.files('axe_playwright_python') / 'axe.min.js').read_text(encoding='utf-8')


def all_checks(visitor, world):
    """Pairs of a name and a function; reports are found by the words of their headlines."""
    pages = page_types(visitor)
    for name, path in pages.items():
        yield f'every page, wide: {name}', lambda path=path: wide(visitor, path)
        yield f'every page, narrow: {name}', lambda path=path: narrow(visitor, path)
    for check in (skip_links, tab_order, search_by_keyboard, stepping, keys_dialog,
                  without_scripts, right_to_left, changed_headline, counts, printing,
                  stepping_through_items, layers, links_between_words_and_items,
                  judging_by_keyboard, judging_without_scripts, joining_actors, office_of_another_report,
                  agenda_leads_on,
                  happenings, relations, world_map, splitting_and_joining):
        yield check.__name__.replace('_', ' '), lambda check=check: check(visitor, pages)
    yield 'words survive recording again', lambda: recorded_again(visitor, pages, world)
    yield 'hostile page', lambda: hostile(visitor, pages)
    yield 'empty archive', lambda: empty_archive(visitor, world)
    yield 'no other host was asked', lambda: no_other_host(visitor)
    yield 'no complaint on the console', lambda: no_complaint(visitor)
    yield 'stops cleanly', lambda: stops(world)


def page_types(visitor):
    page = visitor.open('/reports')
    links = page.eval_on_selector_all(
        '.headline a', 'all => all.map(a => [a.textContent, a.getAttribute("href")])')
    page.context.close()

    def report(words):
        found = [href for text, href in links if words in text]
        assert found, f'no report with "{words}" in its headline among {[t for t, _ in links]}'
        return found[0]

    changed = report('Storm closes')
    page = visitor.open('/happenings?status=fact')
    happening = page.locator('.happenings .headline a').first.get_attribute('href')
    page.goto(visitor.base + '/relations')
    pair = page.locator('.tally a').first.get_attribute('href')
    page.goto(visitor.base + '/actors?q=holm')
    actor = page.locator('.tally a').first.get_attribute('href')
    page.context.close()
    return {
        'happenings': '/happenings', 'happenings, none': '/happenings?who=zebra',
        'happening': happening, 'relations, no pair': '/relations', 'relations': pair,
        'relations by week': pair + '&by=week', 'map': '/map',
        'map, narrowed': '/map?type=CONSULT&status=fact',
        'front': '/', 'reports': '/reports', 'changed headlines': '/reports?changed=headline',
        'outlets': '/outlets', 'outlet': '/outlet/1', 'search form': '/search',
        'search': '/search?q=ferry', 'search without result': '/search?q=zebra',
        'search that is wrong': '/search?q=after:yesterday', 'help': '/help',
        'not found': '/nothing', 'report': report('Ministers agree'),
        'report with media': report('lighthouse'), 'report, right to left': report('استئناف'),
        'report, long words': report('Donaudampf'), 'report, opening only': report('port tax would'),
        'report, hostile': report('Union says'), 'changed report': changed,
        'agenda': '/agenda?from=2025-03-01', 'agenda, empty': '/agenda?from=2999-01-01',
        'actors': '/actors', 'namesakes': '/actors/doubtful', 'actor': actor,
        'actor, said': actor + '/said', 'actor, did': actor + '/did',
        'older version': changed + '/version/1',
    }


# Every page

def wide(visitor, path):
    page = visitor.open(path, 1280)
    assert page.locator('h1').count() == 1
    for landmark in ('header', 'nav', 'main', 'footer', '[role=search]'):
        assert page.locator(landmark).count() >= 1, f'no {landmark}'
    assert page.title().endswith(' - Dateline')
    assert page.locator('html').get_attribute('lang') == 'en'
    accessible(page)


def narrow(visitor, path):
    page = visitor.open(path, 320)
    over = page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    assert over <= 0, f'scrolls {over} px sideways'
    accessible(page)


def accessible(page):
    """No finding of axe in the light, and enough contrast in the dark."""
    findings = axe(page, RULES)
    page.emulate_media(color_scheme='dark')
    findings += [f'{finding} (dark)' for finding in axe(page, CONTRAST)]
    assert not findings, '; '.join(findings)


def axe(page, options):
    """What axe finds; its script is put into a page once."""
    if not page.evaluate('"axe" in window'):
        page.evaluate(AXE)
    # Of what passes, one node a rule is enough to know that axe has looked.
    quick = {'resultTypes': ['violations'], 'preload': False, 'iframes': False}
    response = page.evaluate('options => axe.run(options)', {**quick, **options})
    assert response['passes'], 'axe looked at nothing'
    return [f'{v["id"]}: {v["nodes"][0]["html"][:160]}' for v in response['violations']]


# The keyboard

def focused(page, what='e.textContent'):
    return page.evaluate(f'(e => {what})(document.activeElement)')


def skip_links(visitor, pages):
    page = visitor.open(pages['report'])
    page.keyboard.press('Tab')
    assert focused(page) == 'Skip to the content'
    assert focused(page, 'e.getBoundingClientRect().left') >= 0, 'the skip link stays unseen'
    page.keyboard.press('Tab')
    assert focused(page) == 'Skip to the record'
    page.keyboard.press('Enter')
    assert focused(page, 'e.id') == 'record'


def tab_order(visitor, pages):
    """Tab reaches everything that can be used, once, in the order of the page, and shows it."""
    page = visitor.open(pages['report'])
    usable = page.evaluate('''() => [...document.querySelectorAll(
        "a[href], button, input, summary, [tabindex='0']")].filter(e => e.checkVisibility()).length''')
    places = []
    for _ in range(usable):
        page.keyboard.press('Tab')
        places.append(focused(page, '''[...document.querySelectorAll("*")].indexOf(e)'''))
        style = focused(page, '[getComputedStyle(e).outlineStyle, getComputedStyle(e).boxShadow]')
        assert style[0] != 'none' or style[1] != 'none', f'focus unseen on {focused(page)!r}'
    assert places == sorted(set(places)), 'not in the order of the page'


def search_by_keyboard(visitor, pages):
    page = visitor.open('/')
    page.keyboard.press('/')
    assert focused(page, 'e.name') == 'q'
    page.keyboard.type('ferry')
    with page.expect_navigation():
        page.keyboard.press('Enter')
    assert page.url.endswith('/search?q=ferry')
    assert page.locator('mark').count() > 0
    page.keyboard.press('j')
    assert focused(page, 'e.matches(".headline a")')
    with page.expect_navigation():
        page.keyboard.press('Enter')
    assert re.search(r'/report/\d+$', page.url)


def stepping(visitor, pages):
    page = visitor.open(pages['report'])
    stops = page.locator('[data-step]').count()
    assert stops > 4

    def place():
        return focused(page, '[...document.querySelectorAll("[data-step]")].indexOf(e)')
    for key, wanted in [('j', 0), ('j', 1), ('j', 2), ('k', 1), ('k', 0), ('k', 0)]:
        page.keyboard.press(key)
        assert place() == wanted, f'{key} leads to {place()}, not {wanted}'
    page.keyboard.press('Control+j')
    assert place() == 0, 'a shortcut of the browser is taken for a key of ours'


def keys_dialog(visitor, pages):
    page = visitor.open('/')
    page.keyboard.press('?')
    dialog = page.get_by_role('dialog', name='Keys')
    assert dialog.is_visible()
    assert not axe(page, {})
    page.keyboard.press('Escape')
    assert not dialog.is_visible()
    page.get_by_role('button', name='Keys').click()
    dialog.get_by_role('button', name='Close').click()
    assert not dialog.is_visible()


# The record of a report

def with_record(visitor, **how):
    """The report whose record holds one item of each kind, as the program reads it."""
    page = visitor.open('/reports', **how)
    page.get_by_role('link', name='Ministers of Norway').first.click()
    page.wait_for_selector('.item')
    for kind in 'setpa':
        assert page.locator(f'.item#{kind}1').count() == 1, f'the record has no item {kind}1'
    return page


def step_to(page, item):
    """Presses j until the item has the focus."""
    for _ in range(page.locator('.item').count()):
        page.keyboard.press('j')
        if focused(page, 'e.id') == item:
            return
    raise AssertionError(f'j never leads to {item}')


def stepping_through_items(visitor, pages):
    """j and k go from item to item and light the words; both are in view on a wide screen."""
    page = with_record(visitor)
    items = page.eval_on_selector_all('.item', 'all => all.map(e => e.id)')
    assert len(items) > 8, items
    for key, wanted in [('j', items[0]), ('j', items[1]), ('j', items[2]), ('j', items[3]), ('k', items[2])]:
        page.keyboard.press(key)
        assert focused(page, 'e.id') == wanted, f'{key} leads to {focused(page, "e.id")}'
        assert page.locator('.lit.now').get_attribute('id') == 'w-' + wanted
        for place in (f'#{wanted}', f'#w-{wanted}'):
            box = page.locator(place).bounding_box()
            assert 0 <= box['y'] < 800, f'{place} is out of view after {key}'


def layers(visitor, pages):
    """Each box puts its layer out and lights it again, without scripts too."""
    for scripts in (True, False):
        page = with_record(visitor, scripts=scripts)
        said = page.locator('.lit.said').first
        lit = said.evaluate('e => getComputedStyle(e).backgroundColor')
        page.locator('#show-said').uncheck()
        assert said.evaluate('e => getComputedStyle(e).backgroundColor') != lit
        page.locator('#show-said').check()
        assert said.evaluate('e => getComputedStyle(e).backgroundColor') == lit
        who = page.locator('.lit.who').first
        assert who.evaluate('e => getComputedStyle(e).borderBottomWidth') == '0px'
        page.locator('#show-who').check()
        assert who.evaluate('e => getComputedStyle(e).borderBottomWidth') == '1px'
        page.context.close()


def links_between_words_and_items(visitor, pages):
    page = with_record(visitor, scripts=False)
    for link in page.eval_on_selector_all('.item .words a, .lit[href], .tag', 'all => all.map(a => a.hash)'):
        assert page.locator(link).count() == 1, f'{link} leads nowhere'
    page.locator('#e1 .words a').click()
    assert page.locator('#w-e1').evaluate('e => e.matches(":target")')


def judging_by_keyboard(visitor, pages):
    page = with_record(visitor)
    step_to(page, 'e1')
    for key, words in [('c', 'Confirmed by you'), ('x', 'Rejected by you'), ('u', None)]:
        with page.expect_navigation():
            page.keyboard.press(key)
        assert focused(page, 'e.id') == 'e1', 'stepping does not go on from the item judged'
        verdict = page.locator('#e1 .verdict')
        assert (verdict.inner_text() == words) if words else verdict.count() == 0
    page.keyboard.press('e')
    assert focused(page, 'e.name') == 'type'
    page.locator('#e1 select[name=type]').select_option('COOPERATE')
    with page.expect_navigation():
        page.locator('#e1').get_by_role('button', name='Correct event 1').click()
    assert page.locator('#e1 .words b').inner_text() == 'COOPERATE'
    page.keyboard.press('e')
    assert not axe(page, RULES), axe(page, RULES)
    page.locator('#e1 .judge').evaluate('e => e.open = false')
    with page.expect_navigation():
        page.keyboard.press('Escape')
        page.locator('#e1').focus()
        page.keyboard.press('u')


def judging_without_scripts(visitor, pages):
    page = with_record(visitor, scripts=False, width=320)
    page.locator('#t1 .judge summary').click()
    page.locator('#t1').get_by_role('button', name='Reject time 1').click()
    assert page.url.endswith('#t1')
    assert page.locator('#t1 .verdict').inner_text() == 'Rejected by you'
    assert page.locator('#w-t1').count() == 0
    page.locator('#t1 .judge summary').click()
    page.locator('#t1').get_by_role('button', name='Take back time 1').click()
    assert page.locator('#w-t1').count() == 1


CORRECTIONS = {
    's2': ('select[name=act]', 'belief'), 'e3': ('select[name=status]', 'hypothetical'),
    't2': ('input[name=value]', '2025-03-11'), 'p2': ('select[name=precision]', 'region'),
    'a3': ('input[name=sector]', 'MED'),
}
OTHERS = {'s1': 'Reject', 'e2': 'Confirm', 't3': 'Reject', 'p3': 'Confirm', 'a4': 'Reject'}
KINDS = {'s': 'statement', 'e': 'event', 't': 'time', 'p': 'place', 'a': 'actor'}


def recorded_again(visitor, pages, world):
    """Each kind of the user's word on each kind of item, on a happening and on actors stands when all
    reports are recorded anew."""
    happening = split_one(visitor)
    page = visitor.open(pages['actor'], scripts=False)
    join(page)
    actor = page.url
    page = with_record(visitor, scripts=False)
    report = page.url
    for item, (field, value) in CORRECTIONS.items():
        page.locator(f'#{item} .judge summary').click()
        name = f'{KINDS[item[0]]} {item[1:]}'
        if field.startswith('select'):
            page.locator(f'#{item} {field}').select_option(value)
        else:
            page.locator(f'#{item} {field}').fill(value)
        page.get_by_role('button', name=f'Correct {name}', exact=True).click()
    for item, word in OTHERS.items():
        page.locator(f'#{item} .judge summary').click()
        name = f'{KINDS[item[0]]} {item[1:]}'
        page.get_by_role('button', name=f'{word} {name}', exact=True).click()

    def state():
        page.goto(report)
        words = page.eval_on_selector_all('.item', """all => Object.fromEntries(all.map(e => [e.id,
            (e.querySelector('.verdict')?.textContent ?? '') + '|' + e.querySelector('.words').textContent]))""")
        fields = {item: page.locator(f'#{item} {field}').input_value()
                  for item, (field, _) in CORRECTIONS.items()}
        page.goto(happening)
        mentions = page.locator('section:has(#mentions) > ol > li').count()
        decisions = page.locator('section:has(#decisions)').inner_text()
        page.goto(actor)
        return words, fields, mentions, decisions, page.locator('.identity').inner_text()

    before = state()
    for item in (*CORRECTIONS, *OTHERS):
        assert ' by you|' in before[0][item], f'{item}: {before[0][item]}'
    assert before[1] == {item: value for item, (_, value) in CORRECTIONS.items()}, before[1]
    assert 'Kept apart' in before[3] and 'You joined' in before[4]
    world.run('record', '--again', '--archive', world.archive)
    after = state()
    for was, now in zip(before, after):
        assert was == now, f'{was} became {now}'
    page.get_by_role('button', name='Undo').click()
    page.goto(happening)
    page.get_by_role('button', name='Take back').first.click()
    world.run('verify', '--archive', world.archive)


def split_one(visitor):
    """Takes a mention out of the first happening that has two; its address."""
    page = visitor.open('/happenings', scripts=False)
    links = page.eval_on_selector_all(
        '.happenings > li', """all => all.map(e => [e.querySelector(".notes").textContent,
            e.querySelector(".headline a").getAttribute("href")])""")
    many = [href for notes, href in links if not re.search(r'(^|\D)1 mention,', notes)]
    assert many, 'no happening has two mentions'
    page.goto(visitor.base + many[0])
    page.get_by_role('button', name='Not this happening').last.click()
    return page.url


def join(page):
    """Joins the actor that is shown with the one it meets."""
    own = page.url
    page.get_by_role('link', name='Juhan Tamm').first.click()
    other = page.url.rsplit('/', 1)[1]
    page.goto(own)
    page.locator('.identity summary').click()
    page.get_by_label('Actor number').fill(other)
    page.get_by_role('button', name='Join that actor').click()


def joining_actors(visitor, pages):
    page = visitor.open(pages['actor'], scripts=False)
    name = page.locator('h1').inner_text()
    join(page)
    assert 'You joined Juhan Tamm' in page.locator('.identity').inner_text()
    page.get_by_role('button', name='Undo').click()
    assert 'You joined' not in page.locator('.identity').inner_text()
    assert page.locator('h1').inner_text() == name


def office_of_another_report(visitor, pages):
    """An office that the report does not tell stands with the one that does."""
    page = visitor.open('/reports', scripts=False)
    page.get_by_role('link', name='Harbour to stay closed').first.click()
    card = page.locator('.item[data-kind=actor]', has_text='Astrid Holm').first
    assert 'foreign minister, NOR, told by report' in card.inner_text(), card.inner_text()
    card.get_by_role('link', name=re.compile(r'^report \d+$')).click()
    assert page.locator('h1').inner_text().endswith(('meet over the ferry', 'cost of a quay'))


def agenda_leads_on(visitor, pages):
    page = visitor.open(pages['agenda'])
    assert page.locator('h2', has_text='Monday, 10 March 2025').count() == 1
    page.keyboard.press('j')
    assert focused(page, 'e.matches(".headline a")')
    page.keyboard.press('Enter')
    page.wait_for_selector('.item')
    for name, start in (('calendar', 'BEGIN:VCALENDAR'), ('feed', '<?xml')):
        link = visitor.open(pages['agenda']).get_by_role('link', name=name).get_attribute('href')
        text = page.request.get(visitor.base + link).text()
        assert text.startswith(start), text[:40]


# What pages show

def without_scripts(visitor, pages):
    page = visitor.open('/', scripts=False)
    page.get_by_role('searchbox').fill('ferry')
    page.get_by_role('button', name='Search').click()
    assert page.url.endswith('/search?q=ferry')
    page.locator('.headline a').first.click()
    assert page.locator('article.article h1').is_visible()
    assert page.locator('aside .record').first.is_visible()
    page.get_by_role('link', name='Outlets').click()
    page.locator('.tally a').first.click()
    assert re.search(r'/outlet/\d+$', page.url)


def right_to_left(visitor, pages):
    page = visitor.open(pages['report, right to left'])
    article = page.locator('article.article')
    assert article.get_attribute('dir') == 'rtl' and article.get_attribute('lang') == 'ar'
    box, heading = article.bounding_box(), page.locator('h1').bounding_box()
    right = box['x'] + box['width']
    assert abs(heading['x'] + heading['width'] - right) < 2, 'the headline is not at the right'


def changed_headline(visitor, pages):
    page = visitor.open(pages['changed report'])
    assert 'Storm brings down trees' in page.locator('.change del').inner_text()
    assert 'Storm closes the coast road' in page.locator('.change ins').inner_text()
    page.get_by_role('link', name='Version 1').click()
    assert 'Storm brings down trees' in page.locator('h1').inner_text()
    page.get_by_role('link', name='Show the newest').click()
    assert 'Storm closes the coast road' in page.locator('h1').inner_text()


def counts(visitor, pages):
    """Each count leads to as many as it says."""
    page = visitor.open('/')
    links = page.eval_on_selector_all(
        '.counts a', 'all => all.map(a => [a.querySelector("b").textContent, a.href])')
    assert len(links) == 3
    for number, address in links:
        page.goto(address)
        shown = page.locator('.reports > li, .tally > li').count()
        assert shown == int(number), f'{address} shows {shown}, not {number}'


def happenings(visitor, pages):
    """Happenings are stepped through; one leads to its words in a report, without scripts too."""
    page = visitor.open('/happenings')
    page.keyboard.press('j')
    assert focused(page, 'e.matches(".happenings .headline a")')
    page.context.close()
    page = visitor.open('/happenings', scripts=False)
    shown = page.locator('.happenings > li').count()
    assert page.locator('.result').inner_text().startswith(f'{shown} happening'), 'counts other than it shows'
    page.goto(visitor.base + pages['happening'])
    mentions = page.locator('section:has(#mentions) > ol > li')
    assert int(page.locator('.counts b').first.inner_text()) == mentions.count()
    assert mentions.first.locator('mark').inner_text()
    page.locator('.passage a').first.click()
    assert re.search(r'/report/\d+#w-e\d+$', page.url)
    assert page.locator('article.article h1').is_visible()


def splitting_and_joining(visitor, pages):
    """A mention taken out of its happening, and put back, without scripts."""
    address = split_one(visitor)
    page = visitor.open(address[len(visitor.base):], scripts=False)
    mentions = page.locator('section:has(#mentions) > ol > li')
    before = mentions.count()
    assert 'Kept apart' in page.locator('section:has(#decisions)').inner_text()
    page.get_by_role('button', name='Take back').first.click()
    assert page.url.startswith(address)
    assert mentions.count() == before + 1


def relations(visitor, pages):
    """Charts have bars; each number of a table leads to as many happenings as it says."""
    page = visitor.open(pages['relations'], scripts=False)
    assert page.locator('svg.chart').count() == 2
    assert page.locator('svg.chart > rect.quad').count() >= 2
    cells = page.eval_on_selector_all(
        'section:has(#happenings) td a', 'all => all.map(a => [a.textContent, a.href])')
    assert cells
    for number, address in cells[:6]:
        page.goto(address)
        assert page.locator('.result').inner_text().startswith(number + ' happening'), address


def world_map(visitor, pages):
    """What the map draws is in the table, and each number leads to what it counts."""
    page = visitor.open('/map', scripts=False)
    assert page.locator('svg.world .land').count() == 1
    rows = page.eval_on_selector_all(
        'table.numbers tbody tr', """all => all.map(r => [r.cells[2].textContent, r.cells[3].textContent,
            r.querySelector("a").href])""")
    for precision in ('city', 'spot', 'region'):
        drawn = page.locator(f'svg.world .{precision}').count()
        assert drawn <= sum(row[0] == precision for row in rows), f'{drawn} of {precision}'
    for _, number, address in rows[:3]:
        page.goto(address)
        assert page.locator('.result').inner_text().startswith(number + ' happening'), address


def printing(visitor, pages):
    page = visitor.open(pages['report'])
    page.emulate_media(media='print')
    assert not page.locator('.masthead nav').is_visible()
    assert page.locator('article.article h1').is_visible()
    assert page.evaluate('getComputedStyle(document.body).backgroundColor') == 'rgb(255, 255, 255)'


def hostile(visitor, pages):
    """Whatever a page was made of, the reader's pages hold its words and nothing else of it."""
    found = visitor.open(pages['report, hostile']).locator('section:has(#versions) a')
    assert found.count() == 1
    for path in (pages['report, hostile'], '/', '/reports', '/outlets', '/search?q=union'):
        page = visitor.open(path)
        assert page.evaluate('window.hacked') is None, f'{path}: {page.evaluate("window.hacked")}'
        assert page.locator('script').count() == 1, f'{path}: a script of the page'
        for element in ('img', 'iframe', 'object', 'svg', 'math', 'style', 'base', 'video'):
            assert page.locator(element).count() == 0, f'{path}: <{element}>'
        handlers = page.evaluate('''[...document.querySelectorAll("*")]
            .flatMap(e => [...e.attributes]).map(a => a.name).filter(n => n.startsWith("on"))''')
        assert not handlers, f'{path}: {handlers}'
        schemes = page.evaluate('[...document.querySelectorAll("[href]")].map(e => e.protocol)')
        assert set(schemes) - {None} <= {'http:', 'https:'}, f'{path}: {set(schemes)}'
        text = page.evaluate('document.documentElement.outerHTML')
        assert not re.search('[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]', text), f'{path}: control characters'
        page.context.close()


def empty_archive(visitor, world):
    empty = World(world.program, empty=True)
    try:
        page = visitor.browser.new_page()
        page.goto(empty.base + '/')
        assert 'dateline add' in page.locator('pre').inner_text()
        assert not axe(page, RULES)
    finally:
        empty.close()


def no_other_host(visitor):
    assert len(visitor.requests) > 50
    others = {url for url in visitor.requests
              if not url.startswith((visitor.base + '/', 'data:'))}
    assert not others, f'asked for: {sorted(others)[:5]}'


def no_complaint(visitor):
    assert not visitor.complaints, '; '.join(visitor.complaints[:3])


def stops(world):
    status = world.stop()
    assert status == 0, f'exit status {status}'
