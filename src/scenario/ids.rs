//! Numbers for the things of a compiled story, one type a kind.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The number as an index into the story's list.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// The id of the thing at this index of the story's list.
            ///
            /// Stories are bounded far below `u32::MAX` things by the file's size.
            #[must_use]
            pub fn at(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }
    )*};
}

ids! {
    /// A node, in file order.
    NodeId;
    /// A unit (a sentence that can be marked), in the order nodes' lines, objects, then documents.
    UnitKey;
    /// An object or a document.
    ThingKey;
    /// A choice, in file order.
    ChoiceKey;
    /// A field of a form.
    FieldKey;
    /// An option of a field.
    OptionKey;
    /// A kind of concern: its place in the taxonomy.
    ConcernKey;
    /// A line, in file order.
    LineId;
    /// A cue.
    CueId;
    /// A lure.
    LureId;
    /// A cue or a lure: cues first, then lures.
    TagId;
    /// A duty.
    DutyId;
    /// A draw.
    DrawId;
    /// A variable.
    VarId;
    /// A member of the cast.
    CastId;
    /// A competence of the scenario.
    CompetenceId;
}
