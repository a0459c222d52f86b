"""Records written by hand for two of the sample reports, put into an archive as rules would have
made them: what the reader shows does not depend on what rules find today."""
import hashlib
import json
import sqlite3
import urllib.parse
import urllib.request
import re


class Sketch:
    """The record of one version; words are found in its text."""

    def __init__(self, version, text):
        self.version, self.text = version, text
        self.items = []
        self.numbers = {}

    def span(self, words, occurrence=1):
        start = -1
        for _ in range(occurrence):
            start = self.text.index(words, start + 1)
        return [start, start + len(words)]

    def add(self, kind, span, /, **members):
        number = self.numbers.get(kind, 0)
        self.numbers[kind] = number + 1
        members = {key: value for key, value in members.items() if value is not None}
        self.items.append((kind, number, span, {**members, 'rule': 'by-hand'}))
        return number

    def actor(self, name, kind='person', country=None, sector=None, roles=(), mentions=None):
        spans = [self.span(*m) if isinstance(m, tuple) else self.span(m) for m in mentions or [name]]
        return self.add('actor', spans[0], id=self.numbers.get('actor', 0), name=name, kind=kind,
                        country=country, sector=sector, mentions=spans,
                        roles=[{'title': title, 'country': country, 'rule': 'by-hand'} for title in roles])

    def party(self, number):
        actor = next(i[3] for i in self.items if i[0] == 'actor' and i[1] == number)
        party = {'actor': number, 'span': actor['mentions'][0]}
        if actor.get('country'):
            party.update(country=actor['country'], sector=actor.get('sector'),
                         code=actor['country'] + (actor.get('sector') or ''))
        return party

    def statement(self, speaker, words, content, kind='indirect'):
        return self.add('statement', self.span(content), kind=kind, act='speech', content=[self.span(content)],
                        speaker={'actor': speaker, 'span': self.span(words)} if words else None)

    def event(self, code, words, source, target=(), time=None, status=None, statement=None, place=None):
        def side(numbers):
            parties = [self.party(n) for n in numbers]
            return parties[0] if len(parties) == 1 else parties or None
        return self.add('event', self.span(words), type=code, source=side(source), target=side(target),
                        time=time, status=status, statement=statement, place=place, sentence=0,
                        span=self.span(words))

    def time(self, words, value, occurrence=1):
        span = self.span(words, occurrence)
        line = self.text.rfind('\n', 0, span[0]) + 1
        end = self.text.find('\n', span[1])
        return self.add('time', span, span=span, type='DATE', value=value,
                        sentence=[line, end if end >= 0 else len(self.text)])

    def place(self, name, country=None, lat=None, lon=None, precision=None):
        span = self.span(name)
        return self.add('place', span, span=span, name=name, country=country, lat=lat, lon=lon,
                        precision=precision)


def first(sketch):
    lind = sketch.actor('Ana Lind', country='NRD', sector='GOV', roles=['transport minister'],
                        mentions=['Ana Lind', ('Lind', 3), 'She'])
    orre = sketch.actor('Pavel Orre', country='EST', sector='GOV', roles=['transport minister'],
                        mentions=['Pavel Orre', ('Orre', 3)])
    union = sketch.actor('harbour union', 'organization', country='NRD', sector='LAB')
    navy = sketch.actor('the navy', 'organization', country='NRD', sector='MIL')
    norby = sketch.place('Norby', 'NR', 60.5, 5.25, 'city')
    sketch.place('Port Estvik', 'ES', 59.4, 24.7, 'city')
    sketch.time('Tuesday', '2025-03-04')
    sketch.time('next Monday', '2025-03-10')
    sketch.time('January 2024', '2024-01')
    sketch.time('18 March', '2025-03-18')
    sketch.time('September', '2025-09')
    sketch.statement(lind, 'Lind', '“We will not wait another winter,”', 'direct')
    sketch.statement(lind, 'She', 'both sides wanted a timetable before summer')
    claim = sketch.statement(union, 'the harbour union',
                             'the old quay was damaged by the navy during an exercise')
    sketch.event('CONSULT', 'met', [lind, orre], time='2025-03-04', place=norby)
    sketch.event('CONSULT', 'visit the port', [orre], time='2025-03-10', status='future')
    sketch.event('ASSAULT', 'damaged', [navy], statement=claim)


def second(sketch):
    lind = sketch.actor('Ana Lind', country='NRD', sector='GOV', roles=['transport minister'])
    orre = sketch.actor('Pavel Orre', country='EST', sector='GOV', roles=['transport minister'])
    sketch.actor('Karl Brenner', country='NRD', sector='GOV', roles=['prime minister'])
    norby = sketch.place('Norby', 'NR', 60.5, 5.25, 'city')
    sketch.time('Wednesday', '2025-03-05')
    sketch.time('September', '2025-09')
    sketch.statement(orre, 'Orre', 'the talks would go on "whatever the weather,"', 'mixed')
    sketch.event('CONSULT', 'met', [lind, orre], time='2025-03-04', place=norby)
    sketch.event('CONSULT', 'meet Acting', [orre], time='2025-03-05', status='future')


WRITERS = {'Ministers agree to reopen ferry talks': first,
           'Nordania, Estvik to talk again about closed ferry crossing': second}


def write(archive):
    """Writes the items; the tables beside them are made when `refresh` has the program look."""
    connection = sqlite3.connect(archive)
    with connection:
        for title, writer in WRITERS.items():
            version, text = connection.execute(
                'SELECT version, text FROM articles WHERE title = ? ORDER BY version DESC', (title,)).fetchone()
            sketch = Sketch(version, text)
            writer(sketch)
            connection.execute('DELETE FROM items WHERE version = ?', (version,))
            for kind, number, (start, end), members in sketch.items:
                connection.execute(
                    'INSERT INTO items (version, kind, number, json, start, "end", exact, prefix, suffix,'
                    ' text_sha256, rule, rulebook) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
                    (version, kind, number, json.dumps(members), start, end, text[start:end],
                     text[max(0, start - 32):start], text[end:end + 32],
                     hashlib.sha256(text.encode()).digest(), 'by-hand', 'by-hand'))
    reports = [row[0] for row in connection.execute(
        'SELECT report FROM versions WHERE id IN (SELECT DISTINCT version FROM items)')]
    connection.close()
    return reports


def refresh(base, reports):
    """A word on an item, taken back at once: the program makes its tables anew."""
    for report in reports:
        page = urllib.request.urlopen(f'{base}/report/{report}').read().decode()
        form = re.search(r'action="([^"]+/judge)"', page)
        token = re.search(r'name="token" value="([0-9a-f]+)"', page)
        for verdict in ('confirmed', 'withdrawn'):
            fields = {'token': token[1], 'item': 'actor', 'number': '0', 'verdict': verdict}
            request = urllib.request.Request(
                base + form[1], urllib.parse.urlencode(fields).encode(), {'Sec-Fetch-Site': 'same-origin'})
            urllib.request.urlopen(request)
