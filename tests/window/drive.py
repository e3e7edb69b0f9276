#!/usr/bin/python3
"""Drives the program in a real window as a person would: by accessible name, by key, by eye.

Reads one JSON command a line from its input, answers one JSON line each:
    {"do": …, …}  ->  {"ok": …} or {"fault": "…"}

    launch   program, arguments, environment: starts the program in the window system made here
    tree     every node below the program: role, name, description, states, depth, path
    act      path, role, name: the accessible action of a node, as a screen reader would
    focus    path: asks for the focus
    keys     keys: xdotool key names, one after another
    type     text: characters
    shot     file: the whole screen as a picture
    screen   the X server's name, and the file in which its pixels stand where --pixels was given
    ticks    processor time in seconds that the program's threads of now have used
    spent    the same with those that have ended, in hundredths
    memory   resident MiB
    kill     SIGKILL to the program; answers once it is gone
    ended    the exit status, or null while it runs

--pixels=FOLDER has the X server keep the screen in a file there, for whoever measures (measure.py).

Starts Xvfb, a private session bus and the accessibility bus first, with IsEnabled alone, as newer
desktops have it, unless --reader is given. Settings of the desktop stay in memory.

Debian packages: xvfb mesa-vulkan-drivers libxkbcommon-x11-0 at-spi2-core dbus-x11 python3-pyatspi
python3-dbus gir1.2-atspi-2.0 xdotool imagemagick.
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PACKAGES = {
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus-x11",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}
KEPT_STATES = ("focused", "selected", "checked", "expanded", "focusable", "pressed", "invalid-entry", "showing", "enabled")


def missing():
    lacking = {package for program, package in PACKAGES.items() if not shutil.which(program)}
    try:
        import dbus  # noqa: F401
    except ImportError:
        lacking.add("python3-dbus")
    try:
        import pyatspi  # noqa: F401
    except (ImportError, ValueError):
        lacking |= {"python3-pyatspi", "gir1.2-atspi-2.0"}
    return sorted(lacking)


def until(what, seconds, look):
    """Looks until there is something, `seconds` at most."""
    end = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise RuntimeError(f"{what}: not within {seconds:g} s")
        time.sleep(0.02)


def outer():
    """The window system and the session bus, then this program again inside both."""
    lacking = missing()
    if lacking:
        print(json.dumps({"fault": "Debian packages are missing: " + " ".join(lacking)}), flush=True)
        return 1
    size = next((word.split("=", 1)[1] for word in sys.argv if word.startswith("--size=")), "1280x720")
    home = tempfile.mkdtemp(prefix="second-look-window-")
    runtime = os.path.join(home, "runtime")
    os.mkdir(runtime, 0o700)
    pixels = next((word.split("=", 1)[1] for word in sys.argv if word.startswith("--pixels=")), None)
    reads, writes = os.pipe()
    # The server picks a free number itself and tells it once it answers.
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset",
         *(["-fbdir", pixels] if pixels else [])],
        pass_fds=[writes], stderr=subprocess.DEVNULL)
    os.close(writes)
    try:
        number = os.fdopen(reads).readline().strip()
        if not number:
            print(json.dumps({"fault": "Xvfb did not start"}), flush=True)
            return 1
        env = dict(os.environ, DISPLAY=f":{number}", DRIVE_INSIDE="1", DRIVE_PIXELS=f"{pixels}/Xvfb_screen0" if pixels else "", HOME=home, XDG_RUNTIME_DIR=runtime,
                   XDG_CONFIG_HOME=f"{home}/config", XDG_DATA_HOME=f"{home}/data", XDG_CACHE_HOME=f"{home}/cache",
                   GSETTINGS_BACKEND="memory", LIBGL_ALWAYS_SOFTWARE="1")
        for name in ("WAYLAND_DISPLAY", "WAYLAND_SOCKET", "AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"):
            env.pop(name, None)
        return subprocess.run(["dbus-run-session", "--", "/usr/bin/python3", *sys.argv], env=env).returncode
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(home, ignore_errors=True)


def accessibility():
    import dbus
    launcher = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    session = dbus.SessionBus()
    until("the accessibility bus", 20, lambda: session.name_has_owner("org.a11y.Bus"))
    status = dbus.Interface(session.get_object("org.a11y.Bus", "/org/a11y/bus"), "org.freedesktop.DBus.Properties")
    status.Set("org.a11y.Status", "IsEnabled", dbus.Boolean(True, variant_level=1))
    status.Set("org.a11y.Status", "ScreenReaderEnabled", dbus.Boolean("--reader" in sys.argv, variant_level=1))
    return launcher


class Driver:
    def __init__(self):
        import pyatspi
        self.atspi = pyatspi
        self.program = None

    def launch(self, program, arguments=(), environment=None):
        self.program = subprocess.Popen([program, *arguments], env=dict(os.environ, **(environment or {})),
                                        stdout=subprocess.DEVNULL, stderr=sys.stderr)
        return self.program.pid

    def application(self):
        for app in self.atspi.Registry.getDesktop(0):
            try:
                if app is not None and app.get_process_id() == self.program.pid:
                    return app
            except Exception:
                continue
        return None

    def at(self, path):
        node = self.application()
        for index in path:
            if node is None:
                break
            node = node.getChildAtIndex(index)
        if node is None:
            raise RuntimeError(f"nothing at {path}")
        return node

    def tree(self):
        nodes = []

        def walk(node, path):
            try:
                states = [self.atspi.stateToString(state) for state in node.getState().getStates()]
                nodes.append({"role": node.getRoleName(), "name": node.name or "", "description": node.description or "",
                              "states": [state for state in states if state in KEPT_STATES], "path": path})
                count = node.childCount
            except Exception:
                return  # It went while it was looked at: the next look shows what is there now.
            for index in range(count):
                try:
                    child = node.getChildAtIndex(index)
                except Exception:
                    continue
                if child is not None:
                    walk(child, path + [index])

        root = self.application()
        if root is not None:
            walk(root, [])
        return nodes

    def act(self, path, role, name):
        """Not done, and said so, where something else has come to stand at the path meanwhile."""
        node = self.at(path)
        if (node.getRoleName(), node.name or "") != (role, name):
            return False
        return bool(node.queryAction().doAction(0))

    def focus(self, path):
        self.take_keyboard()
        return bool(self.at(path).queryComponent().grabFocus())

    def take_keyboard(self):
        """No window manager runs, so the window is given the keyboard by hand."""
        found = until("a window", 20, lambda: subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.program.pid)],
            capture_output=True, text=True).stdout.split())
        subprocess.run(["xdotool", "windowfocus", "--sync", found[-1]], check=True, stderr=subprocess.DEVNULL, timeout=20)

    def keys(self, keys):
        self.take_keyboard()
        subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "60", *keys], check=True, timeout=60)

    def type(self, text):
        self.take_keyboard()
        subprocess.run(["xdotool", "type", "--delay", "25", text], check=True, timeout=120)

    def shot(self, file):
        subprocess.run(["import", "-window", "root", file], check=True, timeout=60)

    def screen(self):
        return {"display": os.environ["DISPLAY"], "pixels": os.environ["DRIVE_PIXELS"]}

    def ticks(self):
        """By the scheduler's account, which counts nanoseconds where `stat` counts hundredths."""
        used = 0
        for thread in os.listdir(f"/proc/{self.program.pid}/task"):
            try:
                used += int(open(f"/proc/{self.program.pid}/task/{thread}/schedstat").read().split()[0])
            except OSError:
                pass  # It ended while it was looked at.
        return used / 1e9

    def spent(self):
        fields = open(f"/proc/{self.program.pid}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        pages = int(open(f"/proc/{self.program.pid}/statm").read().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

    def kill(self):
        self.program.send_signal(signal.SIGKILL)
        return self.program.wait(timeout=20)

    def ended(self):
        return self.program.poll()


def inner():
    launcher = accessibility()
    driver = Driver()
    print(json.dumps({"ok": "ready"}), flush=True)
    try:
        for line in sys.stdin:
            command = json.loads(line)
            verb = command.pop("do")
            try:
                answer = {"ok": getattr(driver, verb)(**command)}
            except Exception as error:
                answer = {"fault": f"{verb}: {error}"}
            print(json.dumps(answer), flush=True)
    finally:
        if driver.program is not None and driver.program.poll() is None:
            driver.program.kill()
            driver.program.wait()
        launcher.terminate()
    return 0


sys.exit(inner() if os.environ.get("DRIVE_INSIDE") else outer())
