//! The part of SSIP that reading aloud needs: name oneself, set speed and
//! language, speak, be silent.

use std::io::{self, BufRead, BufReader, Read, Write};

/// No answer of the service is longer.
const LONGEST_LINE: u64 = 64 * 1024;

/// What went wrong between us and the service.
#[derive(Debug, thiserror::Error)]
pub enum SsipError {
    /// The connection broke, or nobody answers.
    #[error("the speech service does not answer: {0}")]
    Connection(#[from] io::Error),
    /// It said no.
    #[error("the speech service refused: {0}")]
    Refused(String),
    /// It said something that is no answer.
    #[error("the speech service answered with something else: {0}")]
    NoAnswer(String),
}

/// A conversation over any stream.
#[derive(Debug)]
pub struct Ssip<S> {
    stream: BufReader<S>,
}

impl<S: Read + Write> Ssip<S> {
    /// Begins: says who is speaking.
    ///
    /// # Errors
    /// When the service does not answer or refuses.
    pub fn begin(stream: S) -> Result<Self, SsipError> {
        let mut ssip = Self {
            stream: BufReader::new(stream),
        };
        ssip.ask("SET SELF CLIENT_NAME user:second-look:reading")?;
        // What is read next takes the place of what is being read.
        ssip.ask("SET SELF PRIORITY text")?;
        Ok(ssip)
    }

    /// Reads a text aloud, in place of what is being read.
    ///
    /// # Errors
    /// When the service does not answer or will not speak.
    pub fn speak(&mut self, text: &str, rate: i8, language: &str) -> Result<(), SsipError> {
        self.silence()?;
        // A service without such a voice speaks with the one it has.
        self.ask_gently(&format!("SET SELF LANGUAGE {language}"))?;
        self.ask_gently(&format!("SET SELF RATE {rate}"))?;
        self.ask("SPEAK")?;
        let mut message = String::new();
        for line in text.lines() {
            // A dot alone on a line ends the message.
            if line.starts_with('.') {
                message.push('.');
            }
            message.push_str(line);
            message.push_str("\r\n");
        }
        message.push('.');
        self.ask(&message)
    }

    /// Breaks off what is being read.
    ///
    /// # Errors
    /// When the service does not answer.
    pub fn silence(&mut self) -> Result<(), SsipError> {
        self.ask_gently("CANCEL SELF")
    }

    /// Says goodbye.
    ///
    /// # Errors
    /// When the service does not answer.
    pub fn end(mut self) -> Result<(), SsipError> {
        self.ask_gently("QUIT")
    }

    fn ask(&mut self, words: &str) -> Result<(), SsipError> {
        self.send(words)?;
        let (code, said) = self.answer()?;
        match code {
            200..=299 => Ok(()),
            _ => Err(SsipError::Refused(said)),
        }
    }

    /// Asks for something that may be refused.
    fn ask_gently(&mut self, words: &str) -> Result<(), SsipError> {
        match self.ask(words) {
            Err(SsipError::Refused(_)) => Ok(()),
            other => other,
        }
    }

    fn send(&mut self, words: &str) -> Result<(), SsipError> {
        let stream = self.stream.get_mut();
        stream.write_all(words.as_bytes())?;
        stream.write_all(b"\r\n")?;
        Ok(stream.flush()?)
    }

    /// The last line of the next answer: "225 OK MESSAGE QUEUED". Lines before it
    /// have a dash after their number; those from 700 on are news, no answers.
    fn answer(&mut self) -> Result<(u16, String), SsipError> {
        loop {
            let mut line = Vec::new();
            (&mut self.stream)
                .take(LONGEST_LINE)
                .read_until(b'\n', &mut line)?;
            if line.is_empty() {
                return Err(io::Error::from(io::ErrorKind::UnexpectedEof).into());
            }
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            let code = line.get(..3).and_then(|code| code.parse::<u16>().ok());
            let Some(code) = code else {
                return Err(SsipError::NoAnswer(line));
            };
            if code < 700 && line.as_bytes().get(3) != Some(&b'-') {
                return Ok((code, line));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use super::*;

    /// Answers from a list; keeps what it was told.
    struct Stream {
        answers: VecDeque<u8>,
        told: Vec<u8>,
    }

    impl Read for Stream {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.answers.read(buffer)
        }
    }

    impl Write for Stream {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.told.write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn begun(answers: &str) -> Result<Ssip<Stream>, SsipError> {
        Ssip::begin(Stream {
            answers: format!("208 OK CLIENT NAME SET\r\n202 OK PRIORITY SET\r\n{answers}")
                .into_bytes()
                .into(),
            told: Vec::new(),
        })
    }

    const SPOKEN: &str = "210 OK CANCELED\r\n201 OK\r\n203 OK\r\n230 OK RECEIVING DATA\r\n225-21\r\n225 OK MESSAGE QUEUED\r\n";

    fn told(ssip: &Ssip<Stream>) -> String {
        String::from_utf8_lossy(&ssip.stream.get_ref().told).into_owned()
    }

    #[test]
    fn a_text_is_sent_with_its_dots_doubled_and_its_end_told() {
        let mut ssip = begun(SPOKEN).expect("begun");
        ssip.speak("One.\n. two\n", 35, "en-GB").expect("spoken");
        assert_eq!(
            told(&ssip),
            "SET SELF CLIENT_NAME user:second-look:reading\r\nSET SELF PRIORITY text\r\nCANCEL SELF\r\nSET SELF LANGUAGE en-GB\r\nSET SELF RATE 35\r\nSPEAK\r\nOne.\r\n.. two\r\n.\r\n"
        );
    }

    #[test]
    fn a_language_that_is_not_spoken_stops_nothing_and_a_refusal_to_speak_is_told() {
        let no_language = SPOKEN.replace("201 OK", "409 ERR COULDNT SET LANGUAGE");
        let mut ssip = begun(&no_language).expect("begun");
        ssip.speak("x", 0, "cy").expect("spoken all the same");
        let no_data = SPOKEN.replace("230 OK RECEIVING DATA", "412 ERR NO OUTPUT MODULE");
        let mut ssip = begun(&no_data).expect("begun");
        let refusal = ssip.speak("x", 0, "en").expect_err("refused");
        assert!(matches!(&refusal, SsipError::Refused(said) if said.contains("MODULE")));
    }

    #[test]
    fn news_are_no_answers_and_silence_or_noise_is_told() {
        let news = SPOKEN.replace("225-21", "701-21\r\n701-1\r\n701 BEGIN\r\n225-21");
        let mut ssip = begun(&news).expect("begun");
        ssip.speak("x", 0, "en").expect("spoken");
        assert!(matches!(
            ssip.silence(),
            Err(SsipError::Connection(error)) if error.kind() == io::ErrorKind::UnexpectedEof
        ));
        let mut ssip = begun("HTTP/1.1 400 Bad Request\r\n").expect("begun");
        assert!(matches!(ssip.silence(), Err(SsipError::NoAnswer(_))));
    }
}
