#!/usr/bin/env python3
"""Reads the agenda's iCalendar as others do.

    run.py PROGRAM

Made-up reports go into an archive; what `dateline agenda -f ics` writes is read by the library
icalendar, and imported by khal, which then has to show each day's events. Then a later report
changes the plans, and both are asked again. The last line counts what passed and failed.
"""
import datetime
import os
import pathlib
import subprocess
import sys
import tempfile

import icalendar

PLANS = '''Ministers announce a second round of ferry talks

March 4, 2025

By Ada Lind

The transport ministers of the two shores met in Norby on Tuesday and agreed to go on with their talks about the ferry. The old quay was closed fourteen months ago, and no ship has sailed since.

The second round of ferry talks will take place in Port Estvik on 18 March 2025. A public hearing about the quay, its cost, and the navy will be held on 20 March 2025.

The ministers said they hope for a result in April 2025. The harbour union will open its own archive to the public on 22 March 2025, it said in a letter to the members of both parliaments.
'''
CHANGES = '''Ferry talks put off, hearing called off

March 11, 2025

By Ada Lind

The second round of ferry talks has been postponed from 18 March 2025 to 25 March 2025, a spokeswoman for the government said on Tuesday. She gave no reason and took no questions.

The public hearing about the quay, planned for 20 March 2025, was cancelled. The union said that its members had prepared for it for weeks and would now write to the court instead of waiting.

Nobody in Norby was told before the news came over the wire, and the mayor asked the ministers to explain themselves to the people who live from the crossing and from the trade that it brought.
'''
KHAL = '''[calendars]
[[agenda]]
path = {folder}/calendar
type = calendar
[locale]
local_timezone = UTC
default_timezone = UTC
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
'''


class Checks:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, name, holds, seen=''):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print('failed: %s %s' % (name, seen))


class World:
    """An archive and a calendar in a folder of their own."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = pathlib.Path(folder)
        (self.folder / 'calendar').mkdir()
        (self.folder / 'khal.conf').write_text(KHAL.format(folder=folder), encoding='utf-8')
        # khal's sources of settings must not be the user's.
        self.environment = dict(os.environ, HOME=str(folder), XDG_CONFIG_HOME=str(folder),
                                XDG_DATA_HOME=str(folder), XDG_CACHE_HOME=str(folder))

    def run(self, *words):
        run = subprocess.run([str(w) for w in words], env=self.environment, timeout=120,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if run.returncode:
            raise RuntimeError('%s: exit status %d\n%s' % (
                ' '.join(map(str, words)), run.returncode, run.stderr.decode('utf-8', 'replace')))
        return run.stdout

    def add(self, name, text):
        page = self.folder / name
        page.write_text(text, encoding='utf-8')
        self.run(self.program, 'add', '--quiet', '--model', MODEL, '--archive', self.archive, page)

    @property
    def archive(self):
        return self.folder / 'archive.sqlite'

    def calendar(self):
        return self.run(self.program, 'agenda', '--archive', self.archive, '-f', 'ics')

    def khal(self, *words):
        return self.run('khal', '-c', self.folder / 'khal.conf', *words).decode('utf-8')

    def imported(self, calendar):
        """What khal shows of each day of March after an import."""
        page = self.folder / 'agenda.ics'
        page.write_bytes(calendar)
        self.khal('import', '--batch', page)
        return {day: self.khal('list', '--format', '{title}|{status}', '2025-03-%02d' % day, '1d')
                for day in (18, 20, 22, 25)}


def model(program):
    place = os.environ.get('DATELINE_MODEL')
    return place or str(pathlib.Path(program).parent / 'en_core_web_sm.dateline')


def events(calendar):
    """The events as the library reads them, by their identifier."""
    parsed = icalendar.Calendar.from_ical(calendar)
    return {str(e['UID']): e for e in parsed.walk('VEVENT')}


def day_of(event):
    return event.decoded('DTSTART')


def main():
    checks = Checks()
    check = checks.check
    day = datetime.date
    with tempfile.TemporaryDirectory() as folder:
        world = World(sys.argv[1], folder)
        world.add('plans.txt', PLANS)
        calendar = world.calendar()
        check('lines end in CR LF', b'\n' not in calendar.replace(b'\r\n', b''))
        check('no line is longer than 75 octets', all(len(l) <= 75 for l in calendar.split(b'\r\n')))
        before = events(calendar)
        days = {day_of(e): e for e in before.values()}
        for wanted in (day(2025, 3, 18), day(2025, 3, 20), day(2025, 3, 22)):
            event = days.get(wanted)
            check('an event on %s' % wanted, event is not None, sorted(map(str, days)))
            if event is None:
                continue
            check('all day on %s' % wanted, event.decoded('DTEND') == wanted + datetime.timedelta(1))
            check('confirmed, %s' % wanted, event['STATUS'] == 'CONFIRMED' and event['SEQUENCE'] == 0)
        april = days.get(day(2025, 4, 1))
        check('a month spans its days and is tentative',
              april is not None and april.decoded('DTEND') == day(2025, 5, 1) and april['STATUS'] == 'TENTATIVE')
        hearing = days.get(day(2025, 3, 20))
        check('commas survive', hearing is not None and 'the quay, its cost, and the navy' in str(hearing['SUMMARY']))
        check('the same archive gives the same bytes', calendar == world.calendar())
        shown = world.imported(calendar)
        check('khal shows the talks', 'ferry talks' in shown[18], shown[18])
        check('khal shows the hearing', 'public hearing' in shown[20], shown[20])

        world.add('changes.txt', CHANGES)
        calendar = world.calendar()
        after = events(calendar)
        talks = [u for u, e in before.items() if day_of(e) == day(2025, 3, 18)]
        check('the talks stay the same event', talks and talks[0] in after)
        if talks and talks[0] in after:
            moved = after[talks[0]]
            check('moved', day_of(moved) == day(2025, 3, 25), day_of(moved))
            check('moved raises SEQUENCE', moved['SEQUENCE'] == 1)
        check('told once', sum(day_of(e) == day(2025, 3, 25) for e in after.values()) == 1)
        off = [u for u, e in before.items() if day_of(e) == day(2025, 3, 20)]
        check('the hearing is cancelled', off and off[0] in after and after[off[0]]['STATUS'] == 'CANCELLED'
              and after[off[0]]['SEQUENCE'] == 1)
        shown = world.imported(calendar)
        check('khal moves the talks', 'ferry talks' in shown[25] and 'ferry talks' not in shown[18], shown)
        check('khal shows what is cancelled', 'cancelled' in shown[20].lower(), shown[20])
        check('khal keeps the rest', 'archive' in shown[22], shown[22])
    print('calendar: %d passed, %d failed' % (checks.passed, checks.failed))
    return 1 if checks.failed else 0


MODEL = model(sys.argv[1])
sys.exit(main())
