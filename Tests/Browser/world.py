"""The archive and the server that the browser tests look at: made by the program itself."""
import pathlib
import re
import shutil
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = HERE.parent.parent / 'Samples'


class World:
    """A folder with an archive in it, and `dateline serve` over it on a free port.

    `empty` serves an archive that holds nothing.
    """

    def __init__(self, program, empty=False):
        self.program = str(pathlib.Path(program).resolve())
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='dateline-browser-'))
        self.archive = self.folder / 'archive.sqlite'
        self.server = None
        try:
            self.fill_none() if empty else self.fill()
            self.serve()
        except BaseException:
            self.close()
            raise

    def fill(self):
        pages = self.folder / 'pages'
        pages.mkdir()
        for page in sorted((HERE / 'pages').iterdir()):
            if not page.name.endswith('-later.html'):
                shutil.copy(page, pages)
        self.add(SAMPLES)
        self.add(pages)
        # The same address with other words, a second version; and a report that tells less of a
        # person than an earlier one does.
        for name in ('changed-later.html', 'talks-later.html'):
            later = self.folder / name
            shutil.copy(HERE / 'pages' / name, later)
            self.add(later)

    def fill_none(self):
        """Adds what is refused (no page at all), so that the archive is made and stays empty."""
        nothing = self.folder / 'nothing.html'
        nothing.write_bytes(b'')
        self.run('add', '--archive', self.archive, nothing, check=False)

    def add(self, source):
        self.run('add', '--quiet', '--archive', self.archive, source)

    def run(self, *words, check=True):
        command = [self.program, *map(str, words)]
        result = subprocess.run(command, capture_output=True, text=True, timeout=120)
        if check and result.returncode != 0:
            raise RuntimeError(f'{" ".join(command)}: exit status {result.returncode}\n{result.stderr}')
        return result.stdout

    def serve(self):
        command = [self.program, 'serve', '--quiet', '--archive', str(self.archive), '--port', '0']
        self.server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        line = self.server.stdout.readline().strip()
        if not re.fullmatch(r'http://127\.0\.0\.1:\d+/', line):
            raise RuntimeError(f'serve printed no address but {line!r}')
        self.base = line.rstrip('/')

    def stop(self):
        """Asks the server to stop, as Ctrl-C does; its exit status."""
        self.server.terminate()
        status = self.server.wait(timeout=10)
        self.server.stdout.close()
        self.server = None
        return status

    def close(self):
        if self.server:
            self.server.kill()
            self.server.wait()
            self.server.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)
