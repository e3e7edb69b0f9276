//! Reading aloud against a service that only listens.
#![cfg(unix)]

use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use second_look::speech::{Heard, Service, Utterance, Voice};

/// Answers as Speech Dispatcher does and passes on every line it is told.
fn serve(stream: UnixStream, lines: &Sender<String>) {
    let mut answers = stream.try_clone().expect("a second end");
    let mut in_text = false;
    for line in BufReader::new(stream).lines() {
        let Ok(line) = line else { return };
        let answer = match (in_text, line.as_str()) {
            (true, ".") => "225-7\r\n225 OK MESSAGE QUEUED\r\n",
            (true, _) => "",
            (false, "SPEAK") => "230 OK RECEIVING DATA\r\n",
            (false, "QUIT") => "231 HAPPY HACKING\r\n",
            (false, _) => "200 OK\r\n",
        };
        in_text = if in_text {
            line != "."
        } else {
            line == "SPEAK"
        };
        if lines.send(line).is_err() || answers.write_all(answer.as_bytes()).is_err() {
            return;
        }
    }
}

/// A service at a socket; each connection in turn. Gives what it is told.
fn listening(socket: &Path) -> Receiver<String> {
    let listener = UnixListener::bind(socket).expect("a socket");
    let (told, lines) = mpsc::channel();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            serve(stream, &told);
        }
    });
    lines
}

struct Listened {
    voice: Voice,
    woken: Receiver<()>,
}

impl Listened {
    fn start(service: Service) -> Self {
        let (wake, woken) = mpsc::channel();
        let wake = move || {
            let _ = wake.send(());
        };
        let voice = Voice::start(service, wake).expect("a thread");
        Self { voice, woken }
    }

    fn hear(&self) -> Heard {
        self.woken.recv().expect("news");
        let mut news = self.voice.poll();
        assert_eq!(news.len(), 1, "{news:?}");
        news.remove(0)
    }

    fn speak(&self, text: &str) -> Heard {
        self.voice.speak(Utterance {
            text: text.to_owned(),
            rate: 35,
            language: "en-GB".to_owned(),
        });
        self.hear()
    }
}

fn until(lines: &Receiver<String>, last: &str) -> Vec<String> {
    let mut told = Vec::new();
    loop {
        let line = lines.recv().expect("a line");
        let end = line == last;
        told.push(line);
        if end {
            return told;
        }
    }
}

#[test]
fn a_text_is_spoken_silenced_and_silent_when_the_program_ends() {
    let folder = tempfile::tempdir().expect("a folder");
    let socket = folder.path().join("speechd.sock");
    let lines = listening(&socket);
    let listened = Listened::start(Service::new(socket, Vec::new()));
    assert_eq!(listened.hear(), Heard::Ready);
    assert_eq!(
        listened.speak("Mr Osei: Third one this month."),
        Heard::Done
    );
    let told = until(&lines, ".");
    assert_eq!(told[0], "SET SELF CLIENT_NAME user:second-look:reading");
    assert!(told.contains(&"SET SELF RATE 35".to_owned()));
    assert!(told.contains(&"SET SELF LANGUAGE en-GB".to_owned()));
    assert!(told.contains(&"Mr Osei: Third one this month.".to_owned()));
    listened.voice.silence();
    assert_eq!(listened.hear(), Heard::Done);
    assert_eq!(until(&lines, "CANCEL SELF"), ["CANCEL SELF"]);
    drop(listened);
    assert_eq!(until(&lines, "QUIT"), ["CANCEL SELF", "QUIT"]);
}

#[test]
fn without_a_service_that_is_told_and_nothing_else_happens() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Service::new(folder.path().join("none"), vec![folder.path().to_owned()]);
    let listened = Listened::start(service);
    assert_eq!(listened.hear(), Heard::Absent);
    assert!(
        matches!(listened.speak("x"), Heard::Fault(reason) if reason.contains("does not answer"))
    );
    listened.voice.silence();
    assert_eq!(listened.hear(), Heard::Done, "silent already");
}

#[test]
fn a_service_that_is_not_running_is_started() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().expect("a folder");
    let (socket, started) = (
        folder.path().join("speechd.sock"),
        folder.path().join("started"),
    );
    let program = folder.path().join("speech-dispatcher");
    let script = format!("#!/bin/sh\necho \"$@\" > '{}'\n", started.display());
    std::fs::write(&program, script).expect("written");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).expect("set");
    let service = Service::new(socket.clone(), vec![folder.path().to_owned()]);
    let listened = Listened::start(service);
    assert_eq!(listened.hear(), Heard::Ready);
    // The program opens the socket some time after it was started.
    let opened = thread::spawn(move || {
        let arguments = loop {
            match std::fs::read_to_string(&started) {
                Ok(arguments) if arguments.ends_with('\n') => break arguments,
                _ => thread::yield_now(),
            }
        };
        (listening(&socket), arguments)
    });
    assert_eq!(listened.speak("Now."), Heard::Done);
    let (lines, arguments) = opened.join().expect("opened");
    assert_eq!(arguments.trim(), "--spawn");
    assert!(until(&lines, ".").contains(&"Now.".to_owned()));
}

#[test]
fn a_service_that_was_started_anew_is_spoken_to_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let socket = folder.path().join("speechd.sock");
    let listener = UnixListener::bind(&socket).expect("a socket");
    let service = Service::new(socket.clone(), Vec::new());
    let listened = Listened::start(service);
    assert_eq!(listened.hear(), Heard::Ready);
    let (told, lines) = mpsc::channel();
    let (answered, break_off) = mpsc::channel();
    let first = thread::spawn(move || {
        // The look whether anybody is there, then the conversation, broken off after one text.
        drop(listener.accept().expect("the look"));
        let (stream, _) = listener.accept().expect("the conversation");
        let other = stream.try_clone().expect("a second end");
        let serving = thread::spawn(move || serve(stream, &told));
        until(&lines, ".");
        // Not in the midst of its answer.
        break_off.recv().expect("answered");
        other
            .shutdown(std::net::Shutdown::Both)
            .expect("broken off");
        serving.join().expect("served");
    });
    assert_eq!(listened.speak("One."), Heard::Done);
    answered.send(()).expect("the service waits");
    first.join().expect("gone");
    std::fs::remove_file(&socket).expect("removed");
    let lines = listening(&socket);
    assert_eq!(listened.speak("Two."), Heard::Done);
    assert!(until(&lines, ".").contains(&"Two.".to_owned()));
}
