"""The command, its peers and the workloads, made where a row asks for them."""

import functools
import os
import shutil
import subprocess
import tempfile

from benchmark import workloads

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# How much each size measures: posts of the stream, short files, bytes of text, bytes of the endless stream.
SIZES = {
    "quick": dict(runs=3, posts=20_000, files=2_000, text=5_000_000, long=5_000_000, endless=100_000_000),
    "usual": dict(runs=5, posts=100_000, files=10_000, text=8_000_000, long=8_000_000, endless=250_000_000),
    "full": dict(runs=5, posts=1_000_000, files=10_000, text=8_000_000, long=100_000_000, endless=1_000_000_000),
}


class Workbench:
    """What rows share."""

    def __init__(self, size, runs, binary):
        self.size = SIZES[size]
        self.runs = runs or self.size["runs"]
        self.binary = os.path.abspath(binary) if binary else None
        self.missing = {}

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="watchword-bench-")
        # Programs of user packs are kept there, so that no run disturbs or uses the user's own; peers read UTF-8, too.
        self.environment = dict(os.environ, WATCHWORD_CACHE_DIR=self.at("cache"), LC_ALL="C.UTF-8")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def at(self, name):
        """A path in the folder of this run."""
        return os.path.join(self.folder, name)

    # The command and its peers

    @functools.cached_property
    def watchword(self):
        """The command, built for release."""
        if self.binary:
            return self.binary
        # How a release is linked, script/lib.sh knows.
        built = subprocess.run([os.path.join(ROOT, "script", "release")], check=True, capture_output=True, text=True)
        # As it is installed: a copy is read in larger pieces than a file that the linker left.
        return shutil.copy(built.stdout.strip(), self.at("watchword"))

    def check(self, *arguments, jobs=1):
        """A check that prints for machines."""
        return [self.watchword, "check", "--format", "jsonl", "--jobs", str(jobs), *arguments]

    @functools.cached_property
    def empty_program(self):
        """An empty Swift program, linked as the command is."""
        with open(self.at("main.swift"), "w") as file:
            file.write("// Nothing.\n")
        needs = subprocess.run(["ldd", self.watchword], capture_output=True, text=True) if shutil.which("ldd") else None
        static = ["-static-stdlib"] if needs and "libswiftCore" not in needs.stdout else []
        if static and "libstdc++" not in needs.stdout:
            static += ["-L", os.path.join(ROOT, ".build", "static")]
        if self.has_fixed_address:
            static += ["-Xclang-linker", "-no-pie"]
        subprocess.run(["swiftc", "-O", *static, self.at("main.swift"), "-o", self.at("linked")], check=True)
        return shutil.copy(self.at("linked"), self.at("empty"))

    @property
    def has_fixed_address(self):
        """Whether the command was linked for one address: the type in its ELF header says so."""
        with open(self.watchword, "rb") as file:
            header = file.read(18)
        return header[:4] == b"\x7fELF" and header[16:18] == b"\x02\x00"

    @functools.cached_property
    def rg(self):
        """ripgrep, or None."""
        path = shutil.which("rg")
        if not path:
            self.missing["rg"] = "ripgrep is not installed (Debian: ripgrep)"
        return path

    @functools.cached_property
    def hyperscan(self):
        """The Hyperscan driver, or None."""
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "hyperscan.c")
        compiler = shutil.which("cc") or shutil.which("clang")
        if not compiler:
            self.missing["Hyperscan"] = "there is no C compiler to build its driver"
            return None
        built = subprocess.run([compiler, "-O2", source, "-o", self.at("hyperscan"), "-lhs"], capture_output=True)
        if built.returncode:
            self.missing["Hyperscan"] = "it is not installed (Debian: libhyperscan-dev)"
            return None
        return self.at("hyperscan")

    # Workloads

    @functools.cached_property
    def words(self):
        return workloads.Words()

    @functools.cached_property
    def texts(self):
        return workloads.texts(self.words)

    @functools.cached_property
    def short(self):
        """One short post."""
        with open(self.at("short.txt"), "w") as file:
            file.write("Great day at the open day, thanks to everyone who came along.\n")
        return self.at("short.txt")

    @functools.cached_property
    def stream(self):
        """JSON Lines."""
        return self.stream_of(self.size["posts"])

    def stream_of(self, posts):
        """JSON Lines of so many posts."""
        path = self.at(f"posts-{posts}.jsonl")
        if not os.path.exists(path):
            workloads.write_stream(path, self.texts, posts)
        return path

    def text_of(self, size):
        """One plain text of so many bytes."""
        path = self.at(f"text-{size}.txt")
        if not os.path.exists(path):
            workloads.write_text(path, self.texts, size)
        return path

    def files_of(self, count):
        """Short drafts, and the folder that holds them."""
        folder = self.at(f"files-{count}")
        if os.path.exists(folder):
            return folder, [os.path.join(at, name) for at, _, names in sorted(os.walk(folder)) for name in sorted(names)]
        return folder, workloads.write_files(folder, self.texts, count)

    def pack_of(self, count):
        """A pack of so many phrases, as arguments."""
        folder = self.at(f"pack-{count}")
        if not os.path.exists(folder):
            workloads.write_pack(folder, self.words.phrases_of(count))
        return ["--packs", folder, "--"]

    def phrases_of(self, count):
        """A list of so many phrases, one a line."""
        path = self.at(f"phrases-{count}.txt")
        with open(path, "w") as file:
            file.write("\n".join(self.words.phrases_of(count)) + "\n")
        return path
