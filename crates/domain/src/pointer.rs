//! Where in a document something is: JSON Pointers.

use std::cmp::Ordering;
use std::fmt;
use std::fmt::Write as _;
use std::str::FromStr;

use serde::de::{Deserializer, Error as _};
use serde::{Deserialize, Serialize};

use crate::{FaultKind, ValueError};

/// A JSON Pointer (RFC 6901) into a document, such as `/requirements/skills/0`.
///
/// The empty pointer is the whole document. `~` and `/` inside a name are written `~0` and `~1`.
///
/// ```
/// use mutualfit_domain::Pointer;
///
/// let pointer = Pointer::root().field("requirements").field("skills").index(0);
/// assert_eq!(pointer.as_str(), "/requirements/skills/0");
/// assert!(pointer.is_under(&"/requirements".parse()?));
/// # Ok::<(), mutualfit_domain::ValueError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Pointer(String);

/// How long most pointers are at the most.
const USUAL: usize = 40;

impl Pointer {
    /// The pointer to the whole document.
    pub fn root() -> Self {
        Self(String::new())
    }

    /// The pointer to the member `name` of the object this one points to.
    #[must_use]
    pub fn field(mut self, name: &str) -> Self {
        self.make_room(name.len() + 1);
        self.0.push('/');
        if !name.contains(['~', '/']) {
            self.0.push_str(name);
            return self;
        }
        for character in name.chars() {
            match character {
                '~' => self.0.push_str("~0"),
                '/' => self.0.push_str("~1"),
                other => self.0.push(other),
            }
        }
        self
    }

    /// The pointer to item `index` (from 0) of the list this one points to.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.make_room(4);
        self.0.push('/');
        // Writing to a string cannot fail.
        let _ = write!(self.0, "{index}");
        self
    }

    /// Makes room for more, and at once for as much as most pointers come to.
    fn make_room(&mut self, more: usize) {
        if self.0.capacity() < self.0.len() + more {
            self.0.reserve(more.max(USUAL.saturating_sub(self.0.len())));
        }
    }

    /// The pointer as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is the pointer to the whole document.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this pointer equals `other` or leads to something inside it.
    pub fn is_under(&self, other: &Pointer) -> bool {
        is_under(&self.0, &other.0)
    }

    /// The unescaped names and indexes from the root on.
    pub fn segments(&self) -> impl Iterator<Item = String> + '_ {
        self.0.split('/').skip(1).map(|segment| segment.replace("~1", "/").replace("~0", "~"))
    }

    /// The pointer to what holds this; `None` for the whole document.
    pub fn parent(&self) -> Option<Pointer> {
        self.0.rsplit_once('/').map(|(before, _)| Pointer(before.to_owned()))
    }

    /// Orders pointers name by name, and items of a list by their indexes.
    pub(crate) fn reading_order(&self, other: &Self) -> Ordering {
        let key = |segment: String| (segment.parse::<usize>().unwrap_or(usize::MAX), segment);
        self.segments().map(key).cmp(other.segments().map(key))
    }

    /// The last name or index, unescaped; `None` for the whole document.
    pub fn last(&self) -> Option<String> {
        self.segments().last()
    }
}

/// Whether the pointer `inner`, as text, equals `outer` or leads to something inside it.
pub(crate) fn is_under(inner: &str, outer: &str) -> bool {
    inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Pointer {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl FromStr for Pointer {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        text.to_owned().try_into()
    }
}

impl TryFrom<&str> for Pointer {
    type Error = ValueError;

    fn try_from(text: &str) -> Result<Self, ValueError> {
        text.parse()
    }
}

impl TryFrom<String> for Pointer {
    type Error = ValueError;

    fn try_from(text: String) -> Result<Self, ValueError> {
        if !text.is_empty() && !text.starts_with('/') {
            return Err(ValueError::quoting(
                FaultKind::Malformed,
                &text,
                "is no JSON Pointer; start it with `/`, as in `/compensation/pay`",
            ));
        }
        let mut characters = text.chars();
        while let Some(character) = characters.next() {
            if character == '~' && !matches!(characters.next(), Some('0' | '1')) {
                return Err(ValueError::quoting(
                    FaultKind::Malformed,
                    &text,
                    "is no JSON Pointer; write `~` inside a name as `~0`",
                ));
            }
        }
        Ok(Self(text))
    }
}

impl<'de> Deserialize<'de> for Pointer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.try_into().map_err(D::Error::custom)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Pointer {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Pointer".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A JSON Pointer (RFC 6901) into this document.",
            "pattern": "^(/([^~/]|~[01])*)*$",
        })
    }
}

/// Where the rules are in a document: a pointer that is spelled out only when something is wrong.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    parent: Option<&'a At<'a>>,
    segment: Segment<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Segment<'a> {
    Root,
    Field(&'a str),
    Index(usize),
}

impl<'a> At<'a> {
    /// The whole document.
    pub fn root() -> Self {
        Self { parent: None, segment: Segment::Root }
    }

    /// The member `name` of the object here.
    #[must_use]
    pub fn field(&'a self, name: &'a str) -> At<'a> {
        At { parent: Some(self), segment: Segment::Field(name) }
    }

    /// Item `index` (from 0) of the list here.
    #[must_use]
    pub fn index(&'a self, index: usize) -> At<'a> {
        At { parent: Some(self), segment: Segment::Index(index) }
    }

    /// The pointer, spelled out.
    pub fn pointer(&self) -> Pointer {
        let above = self.parent.map_or_else(Pointer::root, At::pointer);
        match self.segment {
            Segment::Root => above,
            Segment::Field(name) => above.field(name),
            Segment::Index(index) => above.index(index),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_escaped() {
        let pointer = Pointer::root().field("a/b").field("m~n").index(3);
        assert_eq!(pointer.as_str(), "/a~1b/m~0n/3");
        assert_eq!(pointer.segments().collect::<Vec<_>>(), ["a/b", "m~n", "3"]);
        assert_eq!(pointer.parent().unwrap().as_str(), "/a~1b/m~0n");
        assert_eq!(Pointer::root().field("~1").segments().collect::<Vec<_>>(), ["~1"]);
    }

    #[test]
    fn only_pointers_parse() {
        for (text, good) in [
            ("", true),
            ("/", true),
            ("/a~0b", true),
            ("a", false),
            ("/a~", false),
            ("/a~2", false),
        ] {
            assert_eq!(text.parse::<Pointer>().is_ok(), good, "{text}");
        }
    }

    #[test]
    fn items_are_ordered_by_number() {
        let order =
            |a: &str, b: &str| a.parse::<Pointer>().unwrap().reading_order(&b.parse().unwrap());
        assert_eq!(order("/skills/2", "/skills/10"), Ordering::Less);
        assert_eq!(order("/skills", "/skills/0"), Ordering::Less);
        assert_eq!(order("/b", "/a/0"), Ordering::Greater);
    }

    #[test]
    fn under_is_by_whole_names() {
        for (inner, outer, expected) in [
            ("/pay", "/pay", true),
            ("/pay/0", "/pay", true),
            ("/payment", "/pay", false),
            ("/pay", "/pay/0", false),
            ("/pay", "", true),
        ] {
            assert_eq!(is_under(inner, outer), expected, "{inner} {outer}");
        }
    }
}
