//! A story in the language that it is asked for.

use std::sync::{Arc, OnceLock};

use super::super::story::{Competence, Concern, Story};
use super::super::vocabulary::Vocabularies;
use crate::language::Language;

/// How far a story speaks the language that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Told {
    /// It is the language it was written in.
    #[default]
    Original,
    /// It was translated.
    Translated {
        /// Every text, not only some.
        whole: bool,
        /// A speaker has read it.
        reviewed: bool,
    },
    /// It is told in the language it was written in, for want of a translation.
    Untranslated,
}

impl Told {
    /// The interface's messages that say so, where there is anything to say.
    #[must_use]
    pub fn messages(self) -> &'static [&'static str] {
        const PART: &str = "locale-scenario-part";
        const REVIEW: &str = "locale-scenario-review";
        match self {
            Self::Original => &[],
            Self::Untranslated => &["locale-scenario-none"],
            Self::Translated { whole, reviewed } => match (whole, reviewed) {
                (true, true) => &[],
                (true, false) => &[REVIEW],
                (false, true) => &[PART],
                (false, false) => &[PART, REVIEW],
            },
        }
    }
}

/// A story in one further language.
#[derive(Debug, Clone)]
pub struct Telling {
    language: Language,
    /// Where only the vocabularies are translated, they are put in when first asked for.
    vocabularies: Option<Arc<Vocabularies>>,
    story: OnceLock<Arc<Story>>,
}

impl Telling {
    /// Of a translated story.
    pub(super) fn translated(language: Language, story: Story) -> Self {
        Self {
            language,
            vocabularies: None,
            story: OnceLock::from(Arc::new(story)),
        }
    }

    /// Of vocabularies alone.
    pub(crate) fn untranslated(
        language: Language,
        vocabularies: Option<Arc<Vocabularies>>,
    ) -> Self {
        Self {
            language,
            vocabularies,
            story: OnceLock::new(),
        }
    }

    /// Its language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }
}

impl Story {
    /// The same story as far as it is translated: keys, units, cues and the fingerprint are equal in
    /// every language, texts alone differ.
    #[must_use]
    pub fn told_in(self: &Arc<Self>, language: Language) -> Arc<Self> {
        if language == self.language && self.told == Told::Original {
            return Arc::clone(self);
        }
        let telling = self
            .tellings
            .iter()
            .find(|telling| telling.language == language);
        match telling {
            Some(telling) => Arc::clone(
                telling
                    .story
                    .get_or_init(|| Arc::new(self.untranslated(telling.vocabularies.as_deref()))),
            ),
            None => Arc::new(self.untranslated(None)),
        }
    }

    /// This story with a telling; one of the same language gives way.
    pub(crate) fn add_telling(&mut self, telling: Telling) {
        self.tellings
            .retain(|known| known.language != telling.language);
        self.tellings.push(telling);
    }

    /// The language that its sentences are in.
    #[must_use]
    pub fn spoken(&self) -> Language {
        self.language
    }

    fn untranslated(&self, vocabularies: Option<&Vocabularies>) -> Self {
        let mut story = Self {
            told: Told::Untranslated,
            tellings: Vec::new(),
            ..self.clone()
        };
        if let Some(vocabularies) = vocabularies {
            story.relabel(vocabularies);
        }
        story
    }

    /// Puts in the words of other vocabularies, by id; what they lack stays.
    fn relabel(&mut self, vocabularies: &Vocabularies) {
        let arc = |text: &super::super::authored::Text| Arc::<str>::from(text.value.as_str());
        let taxonomy = &vocabularies.taxonomy;
        for concern in &mut self.concerns {
            let known = taxonomy.concerns.iter();
            if let Some((_, found)) = known.into_iter().find(|(id, _)| *id.value == *concern.id) {
                *concern = Concern {
                    id: Arc::clone(&concern.id),
                    label: arc(&found.label),
                    hint: arc(&found.hint),
                };
            }
        }
        for sign in self.cues.iter_mut().filter_map(|cue| cue.sign.as_mut()) {
            let known = taxonomy.signs.iter();
            if let Some((_, found)) = known.into_iter().find(|(id, _)| *id.value == *sign.id) {
                sign.label = arc(&found.label);
            }
        }
        for competence in &mut self.competences {
            let known = vocabularies.competences.iter();
            if let Some((_, found)) = known
                .into_iter()
                .find(|(id, _)| *id.value == *competence.id)
            {
                *competence = Competence {
                    id: Arc::clone(&competence.id),
                    title: arc(&found.title),
                    practise: found.practise.as_ref().map(arc),
                };
            }
        }
        for wording in self
            .options
            .iter_mut()
            .filter_map(|option| option.wording.as_mut())
        {
            let known = vocabularies.language.iter();
            if let Some((_, found)) = known.into_iter().find(|(id, _)| *id.value == *wording.id) {
                wording.prefer = arc(&found.prefer);
                wording.why = arc(&found.why);
            }
        }
    }
}
