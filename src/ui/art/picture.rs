//! One SVG file, read.

use resvg::usvg;

/// What a reader hears in place of a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Described {
    /// What it is.
    pub title: String,
    /// What is there, in reading order, without saying what it means.
    pub desc: String,
}

/// A drawing that can be rendered at any size.
pub(super) struct Drawing {
    pub(super) tree: usvg::Tree,
    pub(super) described: Described,
}

impl Drawing {
    /// Which layer an element is drawn in.
    pub(super) fn layer_of(&self, element: &str) -> Option<usize> {
        super::layers::layer_of(&self.tree, element)
    }

    /// Reads a file; one that is no SVG gives nothing.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let document = roxmltree::Document::parse(text).ok()?;
        let root = document.root_element();
        let words = |name: &str| {
            root.children()
                .find(|child| {
                    child.has_tag_name((root.tag_name().namespace().unwrap_or_default(), name))
                })
                .and_then(|child| child.text())
                .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
                .unwrap_or_default()
        };
        let described = Described {
            title: words("title"),
            desc: words("desc"),
        };
        let tree = usvg::Tree::from_str(text, &usvg::Options::default()).ok()?;
        Some(Self { tree, described })
    }
}
