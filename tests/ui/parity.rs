//! A whole play, from the library to the debrief, by keys alone and as a screen reader acts: the reader
//! needs hardly more actions than the keyboard does keys.

use egui::accesskit::{Action, ActionData, ActionRequest, NodeId, Role, TreeId};
use egui::{Event, Key, Modifiers};

use second_look::session::view::{ChoiceKind, InputView, OfferView, Phase, View};
use second_look::ui::settings::ThemeChoice;

use crate::scan::{Scan, Thing};
use crate::stand::{Stand, Window, settled, window};

/// How many reader actions there may be for ten keys.
const ACTIONS_FOR_TEN_KEYS: usize = 12;

/// What is marked: a sentence, and the keys of its kind and sureness.
const MARKS: [(&str, Key, Key); 2] = [
    (
        "The camera over the door only keeps two days, so I haven’t touched the machine.",
        Key::Num1,
        Key::Num2,
    ),
    (
        "His sleeves are pulled down over his hands, and the radiator beside him is off.",
        Key::Num7,
        Key::Num1,
    ),
];
/// What is looked at.
const OBJECT: &str = "The side window";
/// What is read, and a sentence marked in it.
const PAPER: &str = "Hall diary, November";
const IN_PAPER: &str = "Left a message with the school office both times, nothing back yet.";

/// One of two ways to do the same things.
trait Hand {
    /// Presses a control.
    fn press(&mut self, window: &mut Window, role: Role, name: &str);
    /// Presses the screen's main button.
    fn main(&mut self, window: &mut Window, name: &str);
    /// Marks a sentence.
    fn mark(&mut self, window: &mut Window, sentence: &str, kind: Key, sure: Key);
    /// Closes what is open.
    fn close(&mut self, window: &mut Window, name: &str);
    /// Writes into a field.
    fn write(&mut self, window: &mut Window, field: &str, text: &str);
    /// How many keys or actions that took.
    fn count(&self) -> usize;
}

fn find<'s>(scan: &'s Scan, role: Role, name: &str) -> &'s Thing {
    let fits = |thing: &&Thing| thing.role == role && thing.name.contains(name) && thing.focusable;
    let mut all = scan.things.iter().filter(fits);
    all.next().unwrap_or_else(|| panic!("no {role:?} “{name}”"))
}

#[derive(Default)]
struct Keys(usize);

impl Keys {
    fn key(&mut self, window: &mut Window, modifiers: Modifiers, key: Key) {
        self.0 += 1;
        window.key_press_modifiers(modifiers, key);
        window.run();
    }

    /// By panes, then by stops, then by rows, as somebody does who knows the keys.
    fn go(&mut self, window: &mut Window, role: Role, name: &str) {
        for _ in 0..80 {
            let scan = Scan::of(window);
            let target = find(&scan, role, name);
            let Some(focused) = scan.focused() else {
                self.key(window, Modifiers::NONE, Key::Tab);
                continue;
            };
            if focused.id == target.id {
                return;
            }
            let region = |thing: &Thing| {
                let region = thing.above.iter().find(|(role, ..)| *role == Role::Region);
                region.map(|(_, _, id)| *id)
            };
            if target.group().is_some() && target.group() == focused.group() {
                let place = |id: NodeId| scan.things.iter().position(|thing| thing.id == id);
                let down = place(focused.id) < place(target.id);
                let arrow = if down { Key::ArrowDown } else { Key::ArrowUp };
                self.key(window, Modifiers::NONE, arrow);
            } else if region(target).is_some() && region(target) != region(focused) {
                self.key(window, Modifiers::NONE, Key::F6);
            } else {
                self.key(window, Modifiers::NONE, Key::Tab);
            }
        }
        panic!("the keys do not come to {role:?} “{name}”");
    }
}

impl Hand for Keys {
    fn press(&mut self, window: &mut Window, role: Role, name: &str) {
        self.go(window, role, name);
        let key = if role == Role::Button {
            Key::Enter
        } else {
            Key::Space
        };
        self.key(window, Modifiers::NONE, key);
    }

    fn main(&mut self, window: &mut Window, name: &str) {
        find(&Scan::of(window), Role::Button, name);
        self.key(window, Modifiers::COMMAND, Key::Enter);
    }

    fn mark(&mut self, window: &mut Window, sentence: &str, kind: Key, sure: Key) {
        self.go(window, Role::ListBoxOption, sentence);
        for key in [Key::Space, kind, sure] {
            self.key(window, Modifiers::NONE, key);
        }
    }

    fn close(&mut self, window: &mut Window, _name: &str) {
        self.key(window, Modifiers::NONE, Key::Escape);
    }

    fn write(&mut self, window: &mut Window, field: &str, text: &str) {
        self.go(window, Role::MultilineTextInput, field);
        // The letters are the same for both and count for neither.
        window.event(Event::Text(text.to_owned()));
        window.run();
    }

    fn count(&self) -> usize {
        self.0
    }
}

#[derive(Default)]
struct Reader(usize);

impl Reader {
    fn act(
        &mut self,
        window: &mut Window,
        target: NodeId,
        action: Action,
        data: Option<ActionData>,
    ) {
        self.0 += 1;
        window.event(Event::AccessKitActionRequest(ActionRequest {
            action,
            target_tree: TreeId::ROOT,
            target_node: target,
            data,
        }));
        window.run();
    }

    fn click(&mut self, window: &mut Window, role: Role, name: &str) {
        let target = find(&Scan::of(window), role, name).id;
        self.act(window, target, Action::Click, None);
    }

    /// The option at a place of a group of the picker.
    fn option(&mut self, window: &mut Window, group: &str, key: Key) {
        let digit: usize = key.name().parse().expect("a digit");
        let scan = Scan::of(window);
        let mut options = scan.things.iter().filter(|thing| {
            let within = thing
                .above
                .iter()
                .any(|(role, name, _)| *role == Role::RadioGroup && name == group);
            thing.role == Role::RadioButton && within
        });
        let option = options
            .nth((digit + 9) % 10)
            .expect("an option with this number")
            .id;
        self.act(window, option, Action::Click, None);
    }
}

impl Hand for Reader {
    fn press(&mut self, window: &mut Window, role: Role, name: &str) {
        self.click(window, role, name);
    }

    fn main(&mut self, window: &mut Window, name: &str) {
        self.click(window, Role::Button, name);
    }

    fn mark(&mut self, window: &mut Window, sentence: &str, kind: Key, sure: Key) {
        let target = find(&Scan::of(window), Role::ListBoxOption, sentence).id;
        self.act(window, target, Action::Focus, None);
        self.act(window, target, Action::Click, None);
        self.option(window, "Kind", kind);
        self.option(window, "Sureness", sure);
    }

    fn close(&mut self, window: &mut Window, name: &str) {
        self.click(window, Role::Button, name);
    }

    fn write(&mut self, window: &mut Window, field: &str, text: &str) {
        let target = find(&Scan::of(window), Role::MultilineTextInput, field).id;
        let value = ActionData::Value(text.into());
        self.act(window, target, Action::SetValue, Some(value));
    }

    fn count(&self) -> usize {
        self.0
    }
}

fn view(window: &Window) -> View {
    let play = window.state().play.as_ref().expect("a playthrough");
    play.view()
}

/// Plays the practice scenario: marks, looks, reads, decides, gives reasons, writes the record, looks back.
fn play(hand: &mut dyn Hand) -> Window {
    let mut window = window(Stand::new(settled(ThemeChoice::Light, 100)));
    hand.press(&mut window, Role::Button, "Practice: a bicycle.");
    hand.main(&mut window, "Start");
    for (sentence, kind, sure) in MARKS {
        hand.mark(&mut window, sentence, kind, sure);
    }
    hand.press(&mut window, Role::Button, OBJECT);
    hand.press(&mut window, Role::Button, PAPER);
    hand.mark(&mut window, IN_PAPER, Key::Num0, Key::Num2);
    hand.close(&mut window, "Close");
    assert_eq!(view(&window).notebook.len(), 3, "three marks stand");
    for _ in 0..30 {
        let now = view(&window);
        if matches!(now.phase, Phase::Ended { .. } | Phase::Left) && now.rationale.is_none() {
            break;
        }
        turn(hand, &mut window, &now);
    }
    hand.main(&mut window, "Continue");
    hand.write(
        &mut window,
        "Which detail stayed with you?",
        "The blanket in the cupboard.",
    );
    hand.press(&mut window, Role::RadioButton, "Some");
    hand.main(&mut window, "Continue");
    assert!(window.state().debrief.is_some(), "the debrief is there");
    window
}

/// The next thing that the play asks for.
fn turn(hand: &mut dyn Hand, window: &mut Window, now: &View) {
    if now.rationale.is_some() {
        hand.write(window, "", "One call made it known.");
        hand.main(window, "Save reasons");
        return;
    }
    match &now.offer {
        OfferView::Undecided => hand.main(window, "Decide what to do"),
        OfferView::Choices(choices) => {
            let stays = choices
                .iter()
                .find(|choice| choice.kind != ChoiceKind::Leave);
            let text = stays.expect("a choice that goes on").text.to_string();
            hand.press(window, Role::Button, &text);
        }
        OfferView::Form(form) => {
            for field in &form.fields {
                match &field.input {
                    InputView::One(options) => {
                        hand.press(window, Role::RadioButton, &options[1].text);
                    }
                    InputView::Many(options) => {
                        hand.press(window, Role::CheckBox, &options[0].text);
                    }
                    InputView::Text => {
                        hand.write(window, &field.label, "Cold, and fed by the keyholder.");
                    }
                }
            }
            hand.main(window, "Submit record");
        }
    }
}

#[test]
fn a_screen_reader_plays_with_hardly_more_actions_than_the_keyboard_has_keys() {
    let (mut keys, mut reader) = (Keys::default(), Reader::default());
    let by_keys = play(&mut keys);
    let by_reader = play(&mut reader);
    let moves = |window: &Window| {
        let asked = window.state().asked.iter();
        let plays =
            asked.filter(|intent| matches!(intent, second_look::ui::world::Intent::Play(_)));
        plays.cloned().collect::<Vec<_>>()
    };
    assert_eq!(moves(&by_keys), moves(&by_reader), "both did the same");
    println!(
        "{} keys, {} actions of a screen reader",
        keys.count(),
        reader.count()
    );
    assert!(keys.count() > 40, "a whole play: {}", keys.count());
    assert!(
        reader.count() * 10 <= keys.count() * ACTIONS_FOR_TEN_KEYS,
        "{} actions for {} keys",
        reader.count(),
        keys.count()
    );
}
