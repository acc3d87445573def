//! Digests, by which a result can be told to belong to its inputs.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{fmt, str::FromStr};

/// A BLAKE3 digest, written `blake3:` and 64 hexadecimal digits.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of a document as it was read.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// The digest of a document built in code: that of its JSON form.
    ///
    /// # Errors
    ///
    /// Where the value has no JSON form.
    pub fn of_document(document: &impl Serialize) -> Result<Self, serde_json::Error> {
        serde_json::to_vec(document).map(|bytes| Self::of_bytes(&bytes))
    }

    /// The digest of a value's canonical JSON (RFC 8785), which does not depend on how it was written.
    ///
    /// # Errors
    ///
    /// Where the value has no JSON form.
    pub fn of_canonical(value: &impl Serialize) -> Result<Self, serde_json::Error> {
        serde_json_canonicalizer::to_vec(value).map(|bytes| Self::of_bytes(&bytes))
    }

    /// The sum of two digests modulo 2²⁵⁶: of a pool, free of its order and cheap to keep up to date.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let mut sum = [0; 32];
        let mut carry = 0;
        for ((byte, one), other) in sum.iter_mut().zip(self.0).zip(other.0) {
            let total = u16::from(one) + u16::from(other) + carry;
            *byte = total as u8;
            carry = total >> 8;
        }
        Self(sum)
    }

    /// The digest of several digests in their order.
    pub fn of_all(digests: &[Self]) -> Self {
        Self::of_bytes(&digests.iter().flat_map(|digest| digest.0).collect::<Vec<u8>>())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("blake3:")?;
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Text that is no digest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("malformed: a digest is `blake3:` and 64 hexadecimal digits")]
pub struct NoDigest;

impl FromStr for Digest {
    type Err = NoDigest;

    fn from_str(text: &str) -> Result<Self, NoDigest> {
        let hash = blake3::Hash::from_hex(text.strip_prefix("blake3:").ok_or(NoDigest)?)
            .map_err(|_| NoDigest)?;
        Ok(Self(*hash.as_bytes()))
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl JsonSchema for Digest {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Digest".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^blake3:[0-9a-f]{64}$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_does_not_depend_on_order() {
        let [a, b, c] = ["a", "b", "c"].map(|text| Digest::of_bytes(text.as_bytes()));
        assert_eq!(a.plus(b).plus(c), c.plus(a).plus(b));
        assert_ne!(a.plus(b), a.plus(c));
    }

    #[test]
    fn canonical_json_forgets_order_and_spelling() {
        let [one, other]: [serde_json::Value; 2] =
            [r#"{"b":1.0,"a":[2]}"#, r#"{ "a": [2.0], "b": 1 }"#]
                .map(|text| serde_json::from_str(text).unwrap());
        assert_eq!(Digest::of_canonical(&one).unwrap(), Digest::of_canonical(&other).unwrap());
    }

    #[test]
    fn text_reads_back() {
        let digest = Digest::of_bytes(b"mutualfit");
        assert_eq!(digest.to_string().parse(), Ok(digest));
        assert_eq!("blake3:12".parse::<Digest>(), Err(NoDigest));
    }
}
