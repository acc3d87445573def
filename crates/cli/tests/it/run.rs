//! Runs the command in a folder of its own.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

/// A folder with documents, in which the command is run.
pub(crate) struct Folder(TempDir);

/// What the command said and how it ended.
pub(crate) struct Answer {
    pub(crate) code: i32,
    pub(crate) output: String,
    pub(crate) messages: String,
}

impl Folder {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// A folder with these files.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self::new();
        for (name, content) in files {
            folder.write(name, content.as_bytes());
        }
        folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, content: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Answer {
        self.run_with(arguments, b"")
    }

    /// Runs the command with something on standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &[u8]) -> Answer {
        let mut child = command(self.0.path(), arguments).spawn().unwrap();
        let mut standard_input = child.stdin.take().unwrap();
        let input = input.to_owned();
        let writer = std::thread::spawn(move || {
            // The command may end without reading.
            let _ = standard_input.write_all(&input);
        });
        let answer = Answer::of(&child.wait_with_output().unwrap());
        writer.join().unwrap();
        answer
    }
}

/// The command, without what the surroundings say about terminals.
pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mutualfit"));
    command.args(arguments).current_dir(folder);
    for name in
        ["TERM", "COLUMNS", "LINES", "NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "RUST_BACKTRACE"]
    {
        command.env_remove(name);
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

impl Answer {
    fn of(output: &Output) -> Self {
        let answer = Self {
            code: output.status.code().unwrap_or(-1),
            output: String::from_utf8(output.stdout.clone()).unwrap(),
            messages: String::from_utf8(output.stderr.clone()).unwrap(),
        };
        assert!(!answer.messages.contains("panicked"), "{}", answer.messages);
        answer
    }

    /// The answer of a run that did what was asked.
    #[track_caller]
    pub(crate) fn done(self) -> Self {
        assert_eq!(self.code, 0, "{}{}", self.output, self.messages);
        self
    }

    /// The answer of a run that ended with this code and said so.
    #[track_caller]
    pub(crate) fn failed(self, code: i32, message: &str) -> Self {
        let Self { output, messages, .. } = &self;
        assert_eq!(self.code, code, "{output}{messages}");
        let told = format!("{output}{messages}").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(message), "`{message}` is not in: {told}");
        self
    }

    /// The lines of the output as JSON.
    #[track_caller]
    pub(crate) fn json_lines(&self) -> Vec<serde_json::Value> {
        self.output.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.output).unwrap()
    }
}
