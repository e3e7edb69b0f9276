//! The category shapes, drawn by hand.
//!
//! Colour never stands alone: each side has a shape of its own, and what was
//! marked is filled where what was not is dashed.

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, Ui, Vec2, vec2};

use crate::report::debrief::Side;
use crate::report::debrief::category::Category;
use crate::ui::theme::{Theme, Type};

/// A category's colour.
#[must_use]
pub fn colour(category: Category, theme: &Theme) -> Color32 {
    let colours = &theme.colours;
    match category {
        Category::Sign(Side::Immediate) => colours.immediate,
        Category::Sign(Side::Beyond) => colours.beyond,
        Category::NotASign | Category::Innocent => colours.lure,
        Category::Duty => colours.duty,
    }
}

/// Draws the shape before words of this step of the type scale, on their middle.
/// Readers hear the words alone.
pub fn before(ui: &mut Ui, theme: &Theme, step: Type, category: Category, filled: bool) {
    let size = theme.size(18.0);
    let (_, room) = ui.allocate_space(vec2(size, theme.line(step).max(size)));
    let middle = room.center_top() + vec2(0.0, theme.line(step) / 2.0);
    let square = Rect::from_center_size(middle, Vec2::splat(size));
    paint(
        ui.painter(),
        square,
        category,
        colour(category, theme),
        filled,
    );
}

/// Draws the shape into a square.
pub fn paint(painter: &Painter, rect: Rect, category: Category, colour: Color32, filled: bool) {
    let unit = rect.width() / 18.0;
    let at = |x: f32, y: f32| rect.min + vec2(x, y) * unit;
    let stroke = Stroke::new((1.75 * unit).max(1.5), colour);
    match category {
        Category::Sign(Side::Immediate) => {
            let square = Rect::from_min_max(at(3.0, 3.0), at(15.0, 15.0));
            if filled {
                painter.rect_filled(square, CornerRadius::same(2), colour);
            } else {
                dashed_rect(painter, square, stroke);
            }
        }
        Category::Sign(Side::Beyond) => {
            let radius = 5.5 * unit;
            // The second round hides part of the first: only its crescent shows.
            let crescent = arc(at(6.5, 9.0), radius, 74.0, 286.0);
            if filled {
                painter.add(Shape::line(crescent, stroke));
                painter.circle_filled(at(11.0, 9.0), radius, colour);
            } else {
                painter.extend(Shape::dashed_line(
                    &crescent,
                    stroke,
                    2.5 * unit,
                    2.0 * unit,
                ));
                let round = arc(at(11.0, 9.0), radius, 0.0, 360.0);
                painter.extend(Shape::dashed_line(&round, stroke, 2.5 * unit, 2.0 * unit));
            }
        }
        Category::NotASign => {
            let points = [at(9.0, 2.0), at(16.0, 9.0), at(9.0, 16.0), at(2.0, 9.0)];
            if filled {
                painter.add(Shape::convex_polygon(points.to_vec(), colour, stroke));
            } else {
                painter.add(Shape::closed_line(points.to_vec(), stroke));
            }
        }
        Category::Innocent => {
            if filled {
                painter.circle_filled(at(9.0, 9.0), 5.0 * unit, colour);
            } else {
                painter.circle_stroke(at(9.0, 9.0), 4.5 * unit, stroke);
            }
        }
        Category::Duty => {
            painter.add(Shape::convex_polygon(shield(at), colour, Stroke::NONE));
        }
    }
}

/// The outline of a shield in a square of 18.
fn shield(at: impl Fn(f32, f32) -> Pos2) -> Vec<Pos2> {
    let right = [
        (9.0, 1.5),
        (15.5, 4.0),
        (15.5, 9.0),
        (14.9, 11.4),
        (13.4, 13.7),
        (11.4, 15.4),
    ];
    let left = right
        .iter()
        .rev()
        .filter(|(x, _)| *x > 9.0)
        .map(|(x, y)| (18.0 - x, *y));
    right
        .iter()
        .copied()
        .chain(std::iter::once((9.0, 16.5)))
        .chain(left)
        .map(|(x, y)| at(x, y))
        .collect()
}

/// A rectangle in dashes.
fn dashed_rect(painter: &Painter, rect: Rect, stroke: Stroke) {
    let path = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    painter.extend(Shape::dashed_line(&path, stroke, 3.5, 3.0));
}

/// Part of a circle from one angle to another, in degrees clockwise from the right.
fn arc(centre: Pos2, radius: f32, from: f32, to: f32) -> Vec<Pos2> {
    (0..=32_u8)
        .map(|step| {
            let angle = (from + (to - from) * f32::from(step) / 32.0).to_radians();
            centre + radius * vec2(angle.cos(), angle.sin())
        })
        .collect()
}
