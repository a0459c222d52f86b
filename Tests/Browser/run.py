#!/usr/bin/env python3
"""Looks at the reader in a real browser.

    run.py PROGRAM [WORD]     only checks whose name holds WORD

Headless Chromium (CHROMIUM, else `chromium` on the path) against `dateline serve` over made-up
pages. The last line counts what passed and failed; the exit status is 1 if anything failed.
"""
import os
import shutil
import sys
import time
import traceback

from playwright.sync_api import sync_playwright

import checks
from world import World


class Visitor:
    """Opens pages in fresh contexts, and keeps what they asked for and complained of."""

    def __init__(self, browser, base):
        self.browser = browser
        self.base = base
        self.requests = []
        self.complaints = []

    def open(self, path, width=1280, scheme='light', scripts=True):
        context = self.browser.new_context(
            viewport={'width': width, 'height': 800}, color_scheme=scheme,
            java_script_enabled=scripts, reduced_motion='reduce')
        context.set_default_timeout(5000)
        context.on('request', lambda request: self.requests.append(request.url))
        page = context.new_page()
        page.on('console', self.console)
        page.on('pageerror', lambda error: self.complaints.append(str(error)))
        page.on('dialog', lambda dialog: (self.complaints.append('a dialog: ' + dialog.message),
                                          dialog.dismiss()))
        page.goto(self.base + path)
        return page

    def console(self, message):
        # A page that is not there is told of on the console too, and meant to be.
        if message.type in ('error', 'warning') and 'Failed to load resource' not in message.text:
            self.complaints.append(message.text)


def run_checks(visitor, world, word):
    passed = failed = 0
    for name, check in checks.all_checks(visitor, world):
        if word not in name:
            continue
        try:
            check()
            passed += 1
        except Exception as error:
            failed += 1
            print(f'failed: {name}: {error}')
            if not isinstance(error, AssertionError):
                traceback.print_exc()
        finally:
            for context in visitor.browser.contexts:
                context.close()
    return passed, failed


def main():
    if len(sys.argv) not in (2, 3) or sys.argv[1] in ('-h', '--help'):
        print(__doc__)
        return 2
    chromium = os.environ.get('CHROMIUM') or shutil.which('chromium')
    if not chromium:
        print('no chromium on the path; name it in CHROMIUM', file=sys.stderr)
        return 1
    began = time.time()
    # Chromium will not build its sandbox for root, as which containers run.
    flags = ['--no-sandbox'] if os.geteuid() == 0 else []
    world = World(sys.argv[1])
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=flags)
            visitor = Visitor(browser, world.base)
            passed, failed = run_checks(visitor, world, sys.argv[2] if len(sys.argv) > 2 else '')
            browser.close()
    finally:
        world.close()
    print(f'browser: {time.time() - began:.0f} s')
    print(f'{passed} passed, {failed} failed')
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main())
