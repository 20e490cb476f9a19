//! As much of HTTP as a test on this machine needs.

use std::io::{Read, Write};
use std::net::TcpStream;

/// What a server answered.
pub(crate) struct Answer {
    pub(crate) body: Vec<u8>,
    head: String,
}

/// Gets a path of a server whose address is `http://HOST:PORT`, as the site `harbour.example`.
pub(crate) fn get(server: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    let address = server.strip_prefix("http://").expect("http://HOST:PORT").trim_end_matches('/');
    let more: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    // HTTP/1.0 has neither chunks nor connections that stay open.
    let request =
        format!("GET {path} HTTP/1.0\r\nHost: harbour.example\r\nConnection: close\r\n{more}\r\n");
    let mut stream = TcpStream::connect(address).unwrap_or_else(|e| panic!("{server}: {e}"));
    stream.write_all(request.as_bytes()).expect("a request");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").expect("headers");
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    assert!(head.lines().next().is_some_and(|line| line.contains(" 200 ")), "{path}: {head}");
    Answer { body: answer.split_off(end + 4), head }
}

impl Answer {
    /// The number in a header.
    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let mut values = lines.filter(|(found, _)| found.eq_ignore_ascii_case(name));
        values.next()?.1.trim().parse().ok()
    }
}
