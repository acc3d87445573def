//! Texts with a document a line, read in chunks and on all cores.

use std::io::{self, Read};

use mutualfit_domain::{Candidate, Chunks, Line, each_line, in_order, read_bytes};
use proptest::prelude::*;

/// What is said of a line: its number, and the id or the faults of what it holds.
type Said = (usize, Result<String, String>);

fn say(number: usize, bytes: &[u8]) -> Said {
    let read = read_bytes::<Candidate>(bytes);
    (number, read.map(|it| it.id.into_string()).map_err(|faults| faults.to_string()))
}

/// What is said line by line, without chunks or cores.
fn one_by_one(text: &[u8]) -> Vec<Said> {
    let mut said = Vec::new();
    for (index, line) in text.split(|byte| *byte == b'\n').enumerate() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if !line.trim_ascii().is_empty() {
            said.push(say(index + 1, line));
        }
    }
    said
}

/// What is said when chunks of so many bytes are read on all cores.
fn in_chunks(size: usize, reader: impl Read + Send) -> io::Result<Vec<Said>> {
    let mut all = Vec::new();
    in_order(
        Chunks::of_size(size, reader),
        |chunk| chunk.lines().map(|line| say(line.number, line.bytes)).collect::<Vec<_>>(),
        |said| {
            all.extend(said);
            Ok::<(), io::Error>(())
        },
    )?;
    Ok(all)
}

/// A reader that gives a few bytes at a time, and fails after so many where it is told to.
struct Trickle<'t> {
    text: &'t [u8],
    at_once: usize,
    fails: bool,
}

impl Read for Trickle<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.fails && self.text.is_empty() {
            return Err(io::Error::other("the line is cut"));
        }
        let most = self.at_once.min(buffer.len());
        self.text.take(most as u64).read(buffer).inspect(|&read| self.text = &self.text[read..])
    }
}

fn line() -> impl Strategy<Value = Vec<u8>> {
    let id = "[a-z]{1,9}";
    prop_oneof![
        4 => id.prop_map(|id| format!(r#"{{"spec":"mutualfit/candidate/1","id":"{id}"}}"#).into_bytes()),
        1 => id.prop_map(|id| format!("\u{feff}{{\"spec\":\"mutualfit/candidate/1\",\"id\":\"{id}\"}}").into_bytes()),
        1 => (0_usize..3000).prop_map(|long| {
            let text = "é ".repeat(long);
            format!(r#"{{"spec":"mutualfit/candidate/1","id":7,"note":"{text}","id":"b"}}"#).into_bytes()
        }),
        1 => Just(br#"{"spec":"mutualfit/candidate/1","#.to_vec()),
        1 => Just(b"\xff\xfe".to_vec()),
        2 => "[ \t\r]{0,3}".prop_map(String::into_bytes),
    ]
}

fn text() -> impl Strategy<Value = Vec<u8>> {
    let lines = prop::collection::vec((line(), prop_oneof![Just("\n"), Just("\r\n")]), 0..40);
    (lines, any::<bool>()).prop_map(|(lines, ends)| {
        let mut text = Vec::new();
        for (line, line_break) in &lines {
            text.extend_from_slice(line);
            text.extend_from_slice(line_break.as_bytes());
        }
        if !ends {
            text.pop();
        }
        text
    })
}

proptest! {
    #[test]
    fn chunks_on_all_cores_say_what_line_by_line_is_said(
        text in text(),
        size in prop_oneof![1_usize..200, Just(1 << 20)],
        at_once in 1_usize..5000,
    ) {
        let expected = one_by_one(&text);
        let trickle = Trickle { text: &text, at_once, fails: false };
        prop_assert_eq!(in_chunks(size, trickle).unwrap(), expected);
    }

    #[test]
    fn chunks_hold_all_lines_once_and_are_no_longer_than_asked_for_and_a_line(
        text in text(),
        size in 1_usize..500,
    ) {
        let longest = text.split(|byte| *byte == b'\n').map(<[u8]>::len).max().unwrap_or(0) + 1;
        let chunks: Vec<_> = Chunks::of_size(size, &*text).collect::<io::Result<_>>().unwrap();
        let mut numbers = Vec::new();
        for chunk in &chunks {
            let lines: Vec<Line<'_>> = chunk.lines().collect();
            prop_assert!(!lines.is_empty());
            prop_assert!(lines.iter().map(|line| line.bytes.len()).sum::<usize>() <= size + longest);
            numbers.extend(lines.iter().map(|line| line.number));
        }
        prop_assert_eq!(numbers, one_by_one(&text).iter().map(|(number, _)| *number).collect::<Vec<_>>());
    }
}

#[test]
fn every_line_is_taken_in_order() {
    let text: Vec<String> = (0..20_000).map(|number| number.to_string()).collect();
    let text = text.join("\n");
    let mut taken = Vec::new();
    each_line(
        text.as_bytes(),
        |line| (line.number, String::from_utf8_lossy(line.bytes).into_owned()),
        |said| {
            taken.push(said);
            Ok::<(), io::Error>(())
        },
    )
    .unwrap();
    let expected: Vec<_> = (0..20_000).map(|number| (number + 1, number.to_string())).collect();
    assert_eq!(taken, expected);
}

#[test]
fn a_reader_that_fails_ends_it_after_the_chunks_before() {
    let text = b"{}\n{}\n{}\n{}\n";
    let mut taken = 0;
    let outcome = in_order(
        Chunks::of_size(3, Trickle { text, at_once: 2, fails: true }),
        |chunk| chunk.lines().count(),
        |lines| {
            taken += lines;
            Ok(())
        },
    );
    assert_eq!(outcome.unwrap_err().to_string(), "the line is cut");
    assert_eq!(taken, 4);
}

#[test]
fn who_takes_may_give_up() {
    let text = "{}\n".repeat(1000);
    let mut taken = 0;
    let outcome = in_order(
        Chunks::of_size(3, text.as_bytes()).map(|chunk| chunk.map_err(|error| error.to_string())),
        |chunk| chunk.lines().count(),
        |lines| {
            taken += lines;
            if taken == 10 { Err(String::from("enough")) } else { Ok(()) }
        },
    );
    assert_eq!((outcome, taken), (Err(String::from("enough")), 10));
}
