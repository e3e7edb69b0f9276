//! Each check finds what it is there to find.

use egui::{Button, Rect, Sense, Ui, pos2, vec2};
use egui_kittest::Harness;

use second_look::ui::settings::ThemeChoice;
use second_look::ui::theme::Theme;
use second_look::ui::tokens::Palette;

use super::checks::{
    Ids, icons_in_words, rings, small_targets, text_past_its_pane, told, without_name,
};
use super::reach::unreached;
use crate::stand::settled;

fn bare(draw: fn(&mut Ui)) -> Harness<'static> {
    let mut window = Harness::builder()
        .with_size(vec2(400.0, 300.0))
        .build_ui(draw);
    window.run_ok();
    window
}

/// With the program's letters and its ring.
fn drawn(draw: fn(&mut Ui)) -> Harness<'static> {
    let theme = Theme::new(&settled(ThemeChoice::Light, 100), false);
    let mut window = Harness::builder()
        .with_size(vec2(400.0, 300.0))
        .build_ui(move |ui| {
            if Theme::fonts_ready(ui.ctx()) {
                draw(ui);
            } else {
                theme.apply(ui.ctx());
                ui.ctx().request_repaint();
            }
        });
    window.run_ok();
    window
}

fn sound(ui: &mut Ui) {
    ui.add_sized([120.0, 32.0], Button::new("Resume"));
    ui.add_sized([120.0, 32.0], Button::new("Support"));
}

#[test]
fn nothing_is_amiss_where_nothing_is() {
    let mut window = drawn(sound);
    assert_eq!(without_name(&window), Vec::<String>::new());
    assert_eq!(icons_in_words(&window), Vec::<String>::new());
    assert_eq!(
        told(&window, &Ids::these(&["driver-waiting"])),
        Vec::<String>::new()
    );
    assert_eq!(small_targets(&window), Vec::<String>::new());
    assert_eq!(text_past_its_pane(&window), Vec::<String>::new());
    let far = unreached(&mut window);
    assert!(far.iter().all(|found| found.contains("no ring")), "{far:?}");
}

#[test]
fn a_control_without_a_name_is_found() {
    let window = drawn(|ui| {
        ui.allocate_exact_size(vec2(40.0, 40.0), Sense::click());
    });
    assert_eq!(without_name(&window).len(), 1);
}

#[test]
fn an_icon_in_a_name_is_found() {
    let window = drawn(|ui| {
        ui.add_sized([120.0, 32.0], Button::new("\u{E1A4} Resume"));
    });
    assert!(!icons_in_words(&window).is_empty());
}

#[test]
fn an_id_in_a_name_is_found() {
    let window = drawn(|ui| {
        ui.label("Ask about driver-waiting");
    });
    assert!(!told(&window, &Ids::these(&["driver-waiting"])).is_empty());
}

#[test]
fn a_small_target_is_found() {
    let window = drawn(|ui| {
        let (_, rect) = ui.allocate_space(vec2(40.0, 20.0));
        ui.put(rect, Button::new("x").min_size(vec2(40.0, 20.0)).small());
    });
    assert_eq!(small_targets(&window).len(), 1);
}

#[test]
fn words_past_their_pane_are_found() {
    let window = drawn(|ui| {
        let pane = Rect::from_min_size(pos2(10.0, 10.0), vec2(60.0, 40.0));
        let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(pane));
        inside.set_clip_rect(pane);
        inside.add(egui::Label::new("far too long for this pane").extend());
    });
    assert_eq!(text_past_its_pane(&window).len(), 1);
}

#[test]
fn a_stop_that_tab_passes_by_is_found() {
    let mut window = drawn(|ui| {
        sound(ui);
        let (_, rect) = ui.allocate_space(vec2(120.0, 32.0));
        let hidden = ui.interact(rect, ui.id().with("hidden"), Sense::CLICK);
        ui.ctx().accesskit_node_builder(hidden.id, |node| {
            node.set_label("Passed by");
            node.add_action(egui::accesskit::Action::Focus);
        });
    });
    let found = unreached(&mut window);
    assert!(
        found
            .iter()
            .any(|found| found.contains("no key comes to") && found.contains("Passed by")),
        "{found:?}"
    );
}

#[test]
fn a_missing_ring_and_one_out_of_sight_are_found() {
    let mut window = bare(sound);
    window.key_press(egui::Key::Tab);
    window.run_ok();
    assert_eq!(rings(&window).len(), 1, "egui alone paints no ring");

    let mut window = bare(|ui| {
        let held = ui.add_sized([120.0, 32.0], Button::new("Resume"));
        let away = Rect::from_min_size(pos2(10.0, 250.0), vec2(120.0, 32.0));
        let stroke = egui::Stroke::new(3.0, Palette::built_in("light").focus_bright);
        ui.painter()
            .with_clip_rect(Rect::from_min_size(pos2(0.0, 0.0), vec2(400.0, 200.0)))
            .rect_stroke(away, 6.0, stroke, egui::StrokeKind::Outside);
        held.request_focus();
    });
    window.run_ok();
    let found = rings(&window);
    assert!(found[0].contains("out of sight"), "{found:?}");
}
