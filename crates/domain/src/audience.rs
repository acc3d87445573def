//! What a candidate keeps to the engine.

use crate::{Aspirations, Audience, Candidate, Pointer, Profile};

/// Whether any of these audiences is the engine alone.
macro_rules! keeps {
    ($document:expr; lists $($list:ident)*; items $($item:ident)*) => {
        [
            $($document.$list.iter().flatten().any(|item| item.audience == Some(Audience::Engine)),)*
            $($document.$item.iter().any(|item| item.audience == Some(Audience::Engine)),)*
        ]
        .contains(&true)
    };
}

impl Candidate {
    /// Whether anything but the aspirations is kept to the engine: an item whose `audience` says so.
    pub fn keeps_profile(&self) -> bool {
        keeps!(self; lists skills experience credentials education languages work_authorization; items availability)
    }

    /// What the item of the profile says that a pointer leads to or into; `None` where it says nothing.
    pub fn audience_at(&self, pointer: &Pointer) -> Option<Audience> {
        let mut segments = pointer.segments();
        let (section, place) = (segments.next()?, segments.next());
        if section == "availability" {
            return self.availability.as_ref()?.audience;
        }
        let place: usize = place?.parse().ok()?;
        match section.as_str() {
            "skills" => self.skills.as_ref()?.get(place)?.audience,
            "experience" => self.experience.as_ref()?.get(place)?.audience,
            "credentials" => self.credentials.as_ref()?.get(place)?.audience,
            "education" => self.education.as_ref()?.get(place)?.audience,
            "languages" => self.languages.as_ref()?.get(place)?.audience,
            "workAuthorization" => self.work_authorization.as_ref()?.get(place)?.audience,
            _ => None,
        }
    }

    /// Whether anything of the aspirations is kept to the engine. So is what they do not say, unless they are shared
    /// as a whole: that somebody has no wish is a wish of its own.
    pub fn keeps_aspirations(&self) -> bool {
        self.aspirations.as_ref().is_none_or(Aspirations::keeps_anything)
    }
}

impl Profile<'_> {
    /// Who may see what all experience comes to together: the engine alone where any of it is kept to it.
    pub fn experience_audience(self) -> Option<Audience> {
        let mut said = self.experience()?.iter().map(|done| done.audience);
        said.find(|audience| *audience == Some(Audience::Engine)).flatten()
    }
}

impl Aspirations {
    /// Whether anything is kept to the engine, in the items or in what is not said.
    pub fn keeps_anything(&self) -> bool {
        self.audience_of(None) == Audience::Engine
            || keeps!(self;
                lists goals learning contributions skill_use tasks challenges benefits;
                items pay workplace schedule contract transparency work_values interests)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[track_caller]
    fn check(members: &Value, profile: bool, aspirations: bool) {
        let mut document = json!({"spec": "mutualfit/candidate/1", "id": "c"});
        document.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        let candidate: Candidate = serde_json::from_value(document).unwrap();
        assert_eq!(
            (candidate.keeps_profile(), candidate.keeps_aspirations()),
            (profile, aspirations)
        );
    }

    #[test]
    fn what_is_not_shared_is_kept() {
        let skill =
            |audience: &str| json!([{"concept": {"label": "suturing"}, "audience": audience}]);
        let wish = |audience: &str| json!([{"kind": "health", "audience": audience}]);
        check(&json!({}), false, true);
        check(&json!({"skills": skill("engine")}), true, true);
        check(&json!({"skills": skill("shared")}), false, true);
        check(&json!({"availability": {"audience": "engine"}}), true, true);
        check(&json!({"aspirations": {}}), false, true);
        check(&json!({"aspirations": {"audience": "shared"}}), false, false);
        check(
            &json!({"aspirations": {"audience": "shared", "benefits": wish("engine")}}),
            false,
            true,
        );
        check(
            &json!({"aspirations": {"audience": "shared", "benefits": wish("shared")}}),
            false,
            false,
        );
        check(&json!({"aspirations": {"benefits": wish("shared")}}), false, true);
    }
}
