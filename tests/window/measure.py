#!/usr/bin/python3
"""Measures the program in a real window: what it uses while nothing happens, how soon it is there,
how much memory it holds, how soon a key shows.

    measure.py PROGRAM [--seconds=10] [--keys=40] [--only=idle,start,keys,drift] [ARG…]

Everything happens in a window system made by `drive.py` (see there for what it needs), 1280x720. A key is sent by the
XTEST extension; it shows when the pixels of the screen, which the X server keeps in a file, are others than before.
Other work on the machine makes every figure worse: its load is printed beside them. Nothing here is a test.
"""
import ctypes
import json
import mmap
import os
import random
import statistics
import struct
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PRACTICE = "A practice run: the hall on Tuesday"
KEYS = {"Down": 0xFF54, "Up": 0xFF52, "Escape": 0xFF1B, "space": 0x20, "Tab": 0xFF09, "a": 0x61, "3": 0x33, "BackSpace": 0xFF08}


def option(name, usual):
    return next((word.split("=", 1)[1] for word in sys.argv[2:] if word.startswith(f"--{name}=")), usual)


class Hands:
    """`drive.py`, spoken to."""

    def __init__(self, pixels=None, size="1280x720"):
        self.process = subprocess.Popen(["/usr/bin/python3", f"{HERE}/drive.py", f"--size={size}", *([f"--pixels={pixels}"] if pixels else [])],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.answer()

    def answer(self):
        answer = json.loads(self.process.stdout.readline())
        if "fault" in answer:
            raise RuntimeError(answer["fault"])
        return answer["ok"]

    def do(self, verb, **words):
        self.process.stdin.write(json.dumps({"do": verb, **words}) + "\n")
        self.process.stdin.flush()
        return self.answer()

    def find(self, role, part, seconds=60):
        """A node of this role whose name holds this, once it is there."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for node in self.do("tree"):
                if node["role"] == role and part in node["name"]:
                    return node
        raise RuntimeError(f"no {role} with {part!r}")

    def act(self, role, part):
        node = self.find(role, part)
        self.do("act", path=node["path"], role=node["role"], name=node["name"])

    def focus(self, role, part):
        self.do("focus", path=self.find(role, part)["path"])

    def keys(self, *keys):
        self.do("keys", keys=list(keys))

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Eye:
    """The screen's pixels and the keys, without a process in between."""

    def __init__(self, screen):
        self.screen = screen
        self.x, self.test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(screen["display"].encode()))
        file = open(screen["pixels"], "rb")
        self.pixels = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        words = struct.unpack(">25I", self.pixels[:100])
        self.start, self.line = words[0] + 12 * words[19], words[12]
        # The X server takes the pointer's picture away and puts it back whenever something is drawn: out of sight with it.
        self.test.XTestFakeMotionEvent(self.display, -1, 1279, 719, ctypes.c_ulong(0))
        self.x.XFlush(self.display)

    def rows(self):
        """Every fifth line down to where the pointer is: a ring, a letter and a dialog are higher."""
        return b"".join(self.pixels[self.start + row * self.line:self.start + (row + 1) * self.line] for row in range(2, 690, 5))

    def press(self, key):
        code = self.x.XKeysymToKeycode(self.display, ctypes.c_ulong(KEYS[key]))
        for down in (1, 0):
            self.test.XTestFakeKeyEvent(self.display, code, down, ctypes.c_ulong(0))
        self.x.XFlush(self.display)

    def changed(self, before, start, seconds):
        while time.monotonic() - start < seconds:
            if self.rows() != before:
                return time.monotonic() - start
            time.sleep(0.0003)
        return None

    def shows(self, key):
        """Seconds until a key shows."""
        before, start = self.rows(), time.monotonic()
        self.press(key)
        return self.changed(before, start, 5)


def load():
    return os.getloadavg()[0]


def print_row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def start(program, arguments, pixels):
    """From the start of the process to the first frame with words, and to the first answer to a key."""
    hands = Hands(pixels)
    try:
        eye = Eye(hands.do("screen"))
        empty, begun = eye.rows(), time.monotonic()
        hands.do("launch", program=program, arguments=arguments)
        first = None
        while time.monotonic() - begun < 60:
            now = eye.rows()
            if now != empty and len(set(now[place:place + 4] for place in range(0, len(now), 4))) > 60:
                first = time.monotonic() - begun
                break
            time.sleep(0.002)
        used = hands.do("spent")
        hands.find("list", "Scenarios")
        hands.do("take_keyboard")
        answers = eye.shows("Tab")
        return first, used, answers
    finally:
        hands.close()


def idle(hands, name, seconds):
    # On a busy machine the last frames come late: measured is what follows, eight seconds later at the latest.
    rest, end = hands.do("ticks"), time.monotonic() + 8
    while time.monotonic() < end:
        time.sleep(1)
        before, rest = rest, hands.do("ticks")
        if rest - before < 0.01:
            break
    before = hands.do("ticks")
    time.sleep(seconds)
    used = hands.do("ticks") - before
    print_row(name, f"{used / seconds * 100:.2f} %", f"{hands.do('memory'):.0f} MiB", f"{load():.1f}")


def idle_everywhere(program, arguments, pixels, seconds):
    hands = Hands(pixels)
    see = lambda name: idle(hands, name, seconds)
    try:
        hands.do("launch", program=program, arguments=arguments)
        print_row("screen, nothing happening", "of one core", "memory", "load")
        hands.focus("entry", "Your name or number here")
        see("first run, name field focused")
        hands.do("type", text="T-17")
        hands.keys("ctrl+Return")
        hands.find("list", "Scenarios")
        see("library")
        hands.act("push button", "Settings")
        hands.find("heading", "Settings")
        see("settings")
        hands.keys("Escape", "F1")
        see("help")
        hands.keys("Escape")
        hands.act("push button", "My attempts")
        see("my attempts, none yet")
        hands.keys("Escape")
        hands.focus("push button", PRACTICE)
        hands.keys("Return")
        hands.find("label", "You can pause (Esc)")
        see("briefing")
        hands.keys("ctrl+Return")
        hands.find("list box", "What you see and hear")
        time.sleep(21)
        see("scene, after its drift")
        sleeves = "His sleeves are pulled down"
        hands.focus("list item", sleeves)
        hands.keys("space")
        see("scene, picker open")
        hands.keys("7", "1")
        hands.act("push button", "Hall diary, November")
        see("scene, a document open")
        hands.keys("Escape", "Escape")
        see("pause")
        hands.keys("Escape", "F9")
        see("cover")
        hands.keys("F9")
        hands.act("push button", "Support")
        see("support")
        hands.keys("Escape")
        hands.act("push button", "Decide what to do")
        see("scene, choices open")
        hands.keys("Escape")
        for choice in ("Get a hot drink to Tobi", "Tell me about your evening", "Go out to the porch with him",
                       "ring the number for Tobi’s dad"):
            hands.act("push button", "Decide what to do")
            hands.act("push button", choice)
        hands.focus("entry", "Why did you ring before he left?")
        see("rationale, text field focused")
        hands.do("type", text="Beryl has his number.")
        see("rationale, text typed")
        hands.keys("ctrl+Return")
        hands.act("push button", "Decide what to do")
        hands.find("push button", "Submit record")
        see("record form")
        hands.act("radio button", "Damage to a window, who did it not yet known.")
        hands.act("check box", "Cold, and without food since midday.")
        hands.act("push button", "Submit record")
        hands.act("push button", "Decide what to do")
        hands.act("push button", "ring the school’s family worker about Tuesdays")
        hands.find("push button", "Continue")
        see("end of the scene")
        hands.act("push button", "Continue")
        hands.find("entry", "Which detail stayed with you?")
        see("reflection, text field focused")
        hands.keys("ctrl+Return")
        hands.find("page tab", "Summary")
        for step in ("Summary", "What was there", "Turns that mattered", "Duties", "Your records", "From published reports", "Your reflection"):
            hands.act("page tab", step)
            see(f"debrief, {step.lower()}")
    finally:
        hands.close()


def drift(program, arguments, pixels):
    """What a place costs while its layers drift."""
    hands = Hands(pixels)
    try:
        hands.do("launch", program=program, arguments=arguments)
        into_practice(hands)
        print_row("scene", "of one core")
        for second in range(0, 28, 4):
            before = hands.do("ticks")
            time.sleep(4)
            print_row(f"{second} to {second + 4} s after it is there", f"{(hands.do('ticks') - before) / 4 * 100:.1f} %")
    finally:
        hands.close()


def into_practice(hands):
    hands.focus("entry", "Your name or number here")
    hands.do("type", text="T-17")
    hands.keys("ctrl+Return")
    hands.focus("push button", PRACTICE)
    hands.keys("Return")
    hands.find("label", "You can pause (Esc)")
    hands.keys("ctrl+Return")
    hands.find("list box", "What you see and hear")


def key_row(hands, eye, name, keys, count):
    before, seconds, pressed = hands.do("ticks"), [], 0
    while pressed < count:
        for key in keys:
            # Not in step with the screen's own beat.
            time.sleep(0.25 + random.random() * 0.1)
            pressed += 1
            took = eye.shows(key)
            if took is not None:
                seconds.append(took * 1000)
    used = (hands.do("ticks") - before) / pressed * 1000
    seconds.sort()
    print_row(name, f"{statistics.median(seconds):.0f} ms", f"{seconds[int(len(seconds) * 0.9)]:.0f} ms", f"{seconds[-1]:.0f} ms",
              f"{used:.0f} ms", f"{len(seconds)} of {pressed}", f"{load():.1f}")


def keys(program, arguments, pixels, count):
    hands = Hands(pixels)
    try:
        hands.do("launch", program=program, arguments=[*arguments, "--motion", "off"])
        eye = Eye(hands.do("screen"))
        print_row("key", "middle", "nine of ten", "longest", "processor time a key", "shown", "load")
        hands.focus("entry", "Your name or number here")
        key_row(hands, eye, "a letter into a text field", ["a", "BackSpace"], count)
        hands.do("type", text="T-17")
        hands.keys("ctrl+Return")
        hands.focus("push button", PRACTICE)
        key_row(hands, eye, "Tab in the library", ["Tab"], count)
        hands.focus("push button", PRACTICE)
        hands.keys("Return")
        hands.find("label", "You can pause (Esc)")
        hands.keys("ctrl+Return")
        hands.find("list box", "What you see and hear")
        hands.focus("list item", "His sleeves are pulled down")
        key_row(hands, eye, "Up and Down in the text of a scene", ["Up", "Down"], count)
        key_row(hands, eye, "Space opens the picker, Esc closes it", ["space", "Escape"], count)
    finally:
        hands.close()


def main():
    program = os.path.abspath(sys.argv[1])
    known = ("seconds", "keys", "only")
    arguments = [word for word in sys.argv[2:] if not any(word.startswith(f"--{name}=") for name in known)]
    wanted = option("only", "start,keys,idle,drift").split(",")
    with tempfile.TemporaryDirectory() as pixels:
        for part in wanted:
            with tempfile.TemporaryDirectory() as data:
                here = [*arguments, "--data", data]
                if part == "start":
                    open(f"{data}/settings.ron", "w").write('(set_up: true, trainee: "T-17")')
                    print_row("start", "first frame with words", "processor time by then", "first key shows after", "load")
                    for run in range(5):
                        first, used, answers = start(program, here, pixels)
                        print_row(run + 1, f"{first:.2f} s", f"{used:.2f} s", f"{answers * 1000:.0f} ms", f"{load():.1f}")
                elif part == "keys":
                    keys(program, here, pixels, int(option("keys", "40")))
                elif part == "idle":
                    idle_everywhere(program, here, pixels, float(option("seconds", "10")))
                elif part == "drift":
                    drift(program, here, pixels)
            print()


if __name__ == "__main__":
    main()
