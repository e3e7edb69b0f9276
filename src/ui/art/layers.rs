//! A picture in its layers of depth.

use egui::ColorImage;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Group, Node, Tree};

/// The groups of a picture, back to front.
const NAMES: [&str; 3] = ["layer-back", "layer-mid", "layer-front"];

/// A picture drawn in three, back to front, each as large as the whole.
#[derive(Debug, PartialEq, Eq)]
pub struct Layers {
    /// The colours, multiplied by how much they cover.
    pub images: [ColorImage; 3],
}

/// The nodes of each layer in drawing order; `None` where the picture has not all three, in this order.
/// What stands beside the layers belongs to the one before it.
fn split(tree: &Tree) -> Option<[Vec<&Node>; 3]> {
    let mut layers: [Vec<&Node>; 3] = Default::default();
    let mut at = 0;
    let mut found = 0;
    for node in top(tree.root()) {
        if let Some(layer) = NAMES.iter().position(|name| *name == node.id()) {
            if layer != found {
                return None;
            }
            at = layer;
            found += 1;
        }
        layers[at].push(node);
    }
    (found == NAMES.len()).then_some(layers)
}

/// The nodes of the file's own top level: the reader may have put groups around them.
fn top(mut group: &Group) -> &[Node] {
    while let [Node::Group(only)] = group.children()
        && only.id().is_empty()
    {
        group = only;
    }
    group.children()
}

/// Which layer an element is drawn in.
pub(super) fn layer_of(tree: &Tree, element: &str) -> Option<usize> {
    split(tree)?
        .iter()
        .position(|nodes| nodes.iter().any(|node| holds(node, element)))
}

fn holds(node: &Node, element: &str) -> bool {
    node.id() == element
        || match node {
            Node::Group(group) => group.children().iter().any(|child| holds(child, element)),
            _ => false,
        }
}

/// Draws the layers so that each covers `width` by `height`.
pub(super) fn draw(tree: &Tree, width: u32, height: u32) -> Option<Layers> {
    let layers = split(tree)?;
    let place = super::worker::covering(tree, width, height);
    let images = layers.map(|nodes| draw_nodes(&nodes, place, width, height));
    let [Some(back), Some(middle), Some(front)] = images else {
        return None;
    };
    Some(Layers {
        images: [back, middle, front],
    })
}

fn draw_nodes(nodes: &[&Node], place: Transform, width: u32, height: u32) -> Option<ColorImage> {
    let mut pixmap = Pixmap::new(width, height)?;
    for node in nodes {
        if let Some(own) = node.abs_layer_bounding_box() {
            // The renderer moves a node to the corner: put it back where it stands.
            let place = place.pre_translate(own.x(), own.y());
            resvg::render_node(node, place, &mut pixmap.as_mut());
        }
    }
    Some(super::worker::image_of(&pixmap))
}

/// Whether a picture can be drawn in layers.
pub(super) fn has_layers(tree: &Tree) -> bool {
    split(tree).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::usvg::Options;

    const ROOM: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">
        <g id="layer-back"><rect width="400" height="300" fill="#888888"/>
            <g id="window"><rect x="200" y="40" width="100" height="60" fill="#446688"/></g></g>
        <g id="layer-mid"><g id="shelf"><rect x="40" y="60" width="80" height="200" fill="#664422" opacity=".5"/></g></g>
        <g id="layer-front"><g id="bag" transform="translate(20 10)"><circle cx="160" cy="220" r="40" fill="#224466"/></g></g>
        <path d="M0 250H400V300H0Z" fill="#000000" fill-opacity=".3"/>
    </svg>"##;

    fn tree(text: &str) -> Tree {
        Tree::from_str(text, &Options::default()).expect("a picture")
    }

    #[test]
    fn an_element_is_found_in_its_layer() {
        let tree = tree(ROOM);
        assert_eq!(layer_of(&tree, "window"), Some(0));
        assert_eq!(layer_of(&tree, "shelf"), Some(1));
        assert_eq!(layer_of(&tree, "bag"), Some(2));
        assert_eq!(layer_of(&tree, "nobody"), None);
    }

    #[test]
    fn the_layers_together_are_the_picture() {
        let tree = tree(ROOM);
        let layers = draw(&tree, 200, 150).expect("it has layers");
        let mut whole = Pixmap::new(200, 150).expect("small");
        let place = super::super::worker::covering(&tree, 200, 150);
        resvg::render(&tree, place, &mut whole.as_mut());
        let [back, middle, front] = &layers.images;
        let over = |below: u8, above: u8, cover: u8| {
            f32::from(above) + f32::from(below) * (1.0 - f32::from(cover) / 255.0)
        };
        for (index, pixel) in whole.pixels().iter().enumerate() {
            let (b, m, f) = (
                back.pixels[index],
                middle.pixels[index],
                front.pixels[index],
            );
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a colour's channel"
            )]
            let seen = over(over(b.r(), m.r(), m.a()).round() as u8, f.r(), f.a());
            assert!(
                (seen - f32::from(pixel.red())).abs() < 3.0,
                "{index}: {seen} for {}",
                pixel.red()
            );
        }
    }

    #[test]
    fn a_picture_without_its_layers_in_order_has_none() {
        let without = ROOM.replace("layer-mid", "middle");
        assert!(!has_layers(&tree(&without)));
        let turned = ROOM
            .replace("layer-mid", "layer-x")
            .replace("layer-back", "layer-mid")
            .replace("layer-x", "layer-back");
        assert!(!has_layers(&tree(&turned)));
        assert!(has_layers(&tree(ROOM)));
    }
}
