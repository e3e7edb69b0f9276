//! Where the panes stand, by the width of the window.

use egui::{Rect, pos2, vec2};

use crate::ui::theme::Fold;

/// At the sides of the window.
const SIDE: f32 = 20.0;
/// Between panes, and above and below them.
const GAP: f32 = 16.0;

/// The windows the design was drawn for: what stands between is interpolated.
const DRAWN: [f32; 2] = [1280.0, 1920.0];
const STAGE_WIDTH: [f32; 2] = [404.0, 700.0];
const NOTEBOOK_WIDTH: [f32; 2] = [230.0, 300.0];

/// The panes of a screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Panes {
    /// Stage, objects and documents; the whole area where there is one pane.
    pub stage: Rect,
    /// The page; the whole area where there is one pane.
    pub page: Rect,
    /// The notebook; the page's place where it is a tab.
    pub notebook: Rect,
}

/// Where a thing stands that grows with the window.
fn between(drawn: [f32; 2], width: f32) -> f32 {
    let share = ((width - DRAWN[0]) / (DRAWN[1] - DRAWN[0])).min(1.0);
    if share >= 0.0 {
        drawn[0] + share * (drawn[1] - drawn[0])
    } else {
        // Below the smaller drawing the text keeps its measure longest.
        drawn[0] - (DRAWN[0] - width) / 2.0
    }
}

/// Divides the area under the bar.
pub(super) fn arrange(area: Rect, fold: Fold) -> Panes {
    if fold == Fold::One {
        return Panes {
            stage: area,
            page: area,
            notebook: area,
        };
    }
    let inside = area.shrink2(vec2(SIDE, GAP));
    let stage_width = between(STAGE_WIDTH, area.width())
        .clamp(200.0, inside.width() * 0.45)
        .round();
    let stage = Rect::from_min_size(inside.min, vec2(stage_width, inside.height()));
    let page_left = stage.right() + GAP;
    if fold == Fold::Two {
        let page = Rect::from_min_max(pos2(page_left, inside.top()), inside.max);
        return Panes {
            stage,
            page,
            notebook: page,
        };
    }
    let notebook_width = between(NOTEBOOK_WIDTH, area.width())
        .clamp(190.0, inside.width() * 0.25)
        .round();
    let notebook = Rect::from_min_max(
        pos2(inside.right() - notebook_width, inside.top()),
        inside.max,
    );
    let page = Rect::from_min_max(
        pos2(page_left, inside.top()),
        pos2(notebook.left() - GAP, inside.bottom()),
    );
    Panes {
        stage,
        page,
        notebook,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(width: f32, height: f32, fold: Fold) -> Panes {
        arrange(
            Rect::from_min_max(pos2(0.0, 52.0), pos2(width, height)),
            fold,
        )
    }

    #[test]
    fn the_drawn_windows_come_out_as_drawn() {
        let small = at(1280.0, 720.0, Fold::Three);
        assert_eq!(small.stage.x_range(), egui::Rangef::new(20.0, 424.0));
        assert_eq!(small.page.x_range(), egui::Rangef::new(440.0, 1014.0));
        assert_eq!(small.notebook.x_range(), egui::Rangef::new(1030.0, 1260.0));
        assert_eq!(small.page.y_range(), egui::Rangef::new(68.0, 704.0));
        let large = at(1920.0, 1080.0, Fold::Three);
        assert!((large.stage.width() - 700.0).abs() < 0.5);
        assert!((large.notebook.width() - 300.0).abs() < 0.5);
    }

    #[test]
    fn panes_never_overlap_or_leave_the_area() {
        for width in [900.0, 1024.0, 1152.0, 1280.0, 1600.0, 1920.0, 2560.0] {
            for fold in [Fold::One, Fold::Two, Fold::Three] {
                let panes = at(width, 720.0, fold);
                let area = Rect::from_min_max(pos2(0.0, 0.0), pos2(width, 720.0));
                assert!(area.contains_rect(panes.page), "{width} {fold:?}");
                assert!(panes.page.width() > 300.0, "{width} {fold:?}");
                if fold != Fold::One {
                    assert!(panes.stage.right() < panes.page.left());
                }
                if fold == Fold::Three {
                    assert!(panes.page.right() < panes.notebook.left());
                }
            }
        }
    }
}
