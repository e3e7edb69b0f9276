//! A small picture of one thing in a picture.

use egui::ColorImage;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

/// Air around the thing, as a share of it.
const AIR: f32 = 0.12;
/// The least that is shown, as a share of the picture's width: a very small thing keeps some of its place around it.
const LEAST: f32 = 0.09;

/// Draws the part of a picture where an element stands, cut out to `width` by `height`.
pub(super) fn draw(tree: &Tree, element: &str, width: u32, height: u32) -> Option<ColorImage> {
    let own = tree.size();
    let bounds = tree.node_by_id(element)?.abs_bounding_box();
    #[expect(clippy::cast_precision_loss, reason = "a row's height")]
    let (across, down) = (width as f32, height as f32);
    let wanted = (bounds.width() * (1.0 + 2.0 * AIR))
        .max(bounds.height() * (1.0 + 2.0 * AIR) * across / down)
        .max(own.width() * LEAST)
        .min(own.width())
        .min(own.height() * across / down);
    let (cut_width, cut_height) = (wanted, wanted * down / across);
    let place = |middle: f32, cut: f32, all: f32| (middle - cut / 2.0).clamp(0.0, all - cut);
    let left = place(bounds.x() + bounds.width() / 2.0, cut_width, own.width());
    let top = place(bounds.y() + bounds.height() / 2.0, cut_height, own.height());
    let scale = across / cut_width;
    let mut pixmap = Pixmap::new(width, height)?;
    let place = Transform::from_row(scale, 0.0, 0.0, scale, -left * scale, -top * scale);
    resvg::render(tree, place, &mut pixmap.as_mut());
    Some(super::worker::image_of(&pixmap))
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::usvg::Options;

    #[test]
    fn the_thing_fills_it_and_its_place_is_around_it() {
        let text = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">
            <rect width="400" height="300" fill="#888888"/>
            <g id="box"><rect x="350" y="100" width="40" height="30" fill="#ff0000"/></g></svg>"##;
        let tree = Tree::from_str(text, &Options::default()).expect("a picture");
        let drawn = draw(&tree, "box", 40, 30).expect("it is there");
        assert_eq!(drawn.size, [40, 30]);
        let at = |x: usize, y: usize| drawn.pixels[y * 40 + x];
        assert_eq!(at(20, 15), egui::Color32::from_rgb(255, 0, 0));
        assert_eq!(at(0, 0), egui::Color32::from_rgb(0x88, 0x88, 0x88));
        assert!(draw(&tree, "nobody", 40, 30).is_none());
    }
}
