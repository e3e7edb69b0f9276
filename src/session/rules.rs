//! The rules of play (RULES section 2): what is allowed, and what it does.
//!
//! Play, scoring and tests go through [`apply`] alone.

use crate::scenario::ids::{ChoiceKey, FieldKey, LineId, NodeId, OptionKey, ThingKey, UnitKey};
use crate::scenario::story::{Effect, Exit, Input, Story};

use super::moves::{Answer, Move};
use super::refusal::{Reason, Refusal};
use super::state::{State, Status};
use super::view::Mark;

/// What an action showed, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A node was entered.
    Entered(NodeId),
    /// A line was shown.
    Line(LineId),
    /// A thing was looked at for the first time.
    Inspected(ThingKey),
}

/// An answer before it is known to fit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum RawAnswer {
    /// Not the kind of value that any field takes.
    WrongKind,
    /// A string.
    Text(String),
    /// Options by key and name; a key of `None` is an unknown option.
    Options(Vec<(Option<OptionKey>, String)>),
}

fn refuse<T>(reason: Reason, detail: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal::new(reason, detail))
}

/// Whether an action of this sort is allowed at all now.
pub(crate) fn admits(state: &State, wanted: Sort) -> Result<(), Refusal> {
    if state.is_over() {
        return match wanted {
            Sort::Reflect => Ok(()),
            Sort::Explain if state.rationale.is_some() => Ok(()),
            _ => refuse(Reason::Over, "the attempt is over"),
        };
    }
    if state.paused {
        return match wanted {
            Sort::Resume | Sort::Leave => Ok(()),
            _ => refuse(Reason::Paused, "the attempt is paused; resume first"),
        };
    }
    match wanted {
        Sort::Resume => refuse(Reason::NotPaused, "the attempt is not paused"),
        Sort::Reflect => refuse(Reason::NotOver, "the attempt is not over"),
        Sort::Explain if state.rationale.is_none() => refuse(
            Reason::NothingToExplain,
            "reasons can be given only right after a choice that asks for them",
        ),
        _ => Ok(()),
    }
}

/// Sorts of actions, as far as being over or paused matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Explain,
    Reflect,
    Resume,
    Leave,
    Other,
}

impl Move {
    pub(crate) fn sort(&self) -> Sort {
        match self {
            Self::Explain(_) => Sort::Explain,
            Self::Reflect(_) => Sort::Reflect,
            Self::Resume => Sort::Resume,
            Self::Leave => Sort::Leave,
            _ => Sort::Other,
        }
    }
}

/// Does one action.
///
/// # Errors
/// A [`Refusal`]; the state is then unchanged.
pub fn apply(
    story: &Story,
    state: &mut State,
    action: &Move,
    events: &mut Vec<Event>,
) -> Result<(), Refusal> {
    admits(state, action.sort())?;
    match action {
        Move::Inspect(thing) => {
            thing_is_here(story, state, *thing)?;
            inspect(story, state, *thing, events);
        }
        Move::Mark(unit, mark) => {
            unit_is_shown(story, state, *unit)?;
            if mark.concern.index() >= story.concerns.len() {
                return refuse(Reason::UnknownConcern, "no such kind of concern");
            }
            set_mark(story, state, *unit, Some(*mark));
        }
        Move::Unmark(unit) => {
            unit_is_marked(story, state, *unit)?;
            set_mark(story, state, *unit, None);
        }
        Move::Decide => decide(story, state),
        Move::Choose(choice) => {
            choice_is_on_offer(story, state, *choice)?;
            choose(story, state, *choice, events);
        }
        Move::Fill(answers) => {
            let raw: Vec<(FieldKey, RawAnswer)> = answers
                .iter()
                .map(|(field, answer)| (*field, RawAnswer::from(answer)))
                .collect();
            let chosen = check_answers(story, state, &raw)?;
            fill(story, state, &chosen, events);
        }
        Move::Explain(_) | Move::Reflect(_) => {}
        Move::Pause => state.paused = true,
        Move::Resume => state.paused = false,
        Move::Leave => {
            state.paused = false;
            state.status = Status::Left;
        }
    }
    // Reasons are the next action or none; a pause does not count, nor does leaving.
    if !matches!(
        action,
        Move::Choose(_) | Move::Pause | Move::Resume | Move::Leave
    ) {
        state.rationale = None;
    }
    Ok(())
}

/// Fills the record on offer with these options, in the order of the file:
/// what [`Move::Fill`] does with answers, without lists of them.
///
/// # Errors
/// A [`Refusal`]; the state is then unchanged.
pub fn fill_with(
    story: &Story,
    state: &mut State,
    chosen: &[OptionKey],
    events: &mut Vec<Event>,
) -> Result<(), Refusal> {
    admits(state, Sort::Other)?;
    let Some(form) = story.form_of(state.node) else {
        return refuse(Reason::NoForm, "there is no record to fill here");
    };
    if !state.decided {
        return refuse(Reason::NotDecided, "decide first");
    }
    let mut rest = chosen;
    for number in form.fields.clone() {
        let field = &story.fields[number as usize];
        let options = field.input.options();
        let own = rest
            .iter()
            .take_while(|option| options.contains(&option.0))
            .count();
        let (of_field, others) = rest.split_at(own);
        rest = others;
        if matches!(field.input, Input::One(_)) && own != 1 {
            return refuse(
                Reason::AnswerCount,
                format!("`{}` needs exactly one option, not {own}", field.id),
            );
        }
        for (place, option) in of_field.iter().enumerate() {
            if !state.offer.contains(&option.0) {
                return refuse(
                    Reason::OptionNotOnOffer,
                    format!("`{}` is not on offer", story.option(*option).id),
                );
            }
            if of_field[..place].contains(option) {
                return refuse(
                    Reason::OptionTwice,
                    format!("`{}` is given twice", story.option(*option).id),
                );
            }
        }
    }
    if !rest.is_empty() {
        return refuse(Reason::UnknownOption, "an option of no field in order");
    }
    fill(story, state, chosen, events);
    state.rationale = None;
    Ok(())
}

impl From<&Answer> for RawAnswer {
    fn from(answer: &Answer) -> Self {
        match answer {
            Answer::Options(options) => Self::Options(
                options
                    .iter()
                    .map(|option| (Some(*option), String::new()))
                    .collect(),
            ),
            Answer::Text(text) => Self::Text(text.clone()),
        }
    }
}

pub(crate) fn thing_is_here(story: &Story, state: &State, thing: ThingKey) -> Result<(), Refusal> {
    if thing.index() >= story.things.len() {
        return refuse(Reason::UnknownObject, "no such object or document");
    }
    if story.nodes[state.node.index()].things.contains(&thing) {
        Ok(())
    } else {
        refuse(
            Reason::NotHere,
            format!("`{}` is not on offer here", story.thing(thing).id),
        )
    }
}

pub(crate) fn unit_is_shown(story: &Story, state: &State, unit: UnitKey) -> Result<(), Refusal> {
    if unit.index() >= story.units.len() {
        return refuse(Reason::UnknownUnit, "no such unit");
    }
    if state.shown.has(unit.index()) {
        Ok(())
    } else {
        refuse(
            Reason::NotShown,
            format!("`{}` was not shown yet", story.units[unit.index()].address),
        )
    }
}

pub(crate) fn unit_is_marked(story: &Story, state: &State, unit: UnitKey) -> Result<(), Refusal> {
    unit_is_shown(story, state, unit)?;
    if state.marks[unit.index()].is_some() {
        Ok(())
    } else {
        refuse(
            Reason::NotMarked,
            format!("no mark stands on `{}`", story.units[unit.index()].address),
        )
    }
}

pub(crate) fn choice_is_on_offer(
    story: &Story,
    state: &State,
    choice: ChoiceKey,
) -> Result<(), Refusal> {
    let Some(found) = story.choices.get(choice.index()) else {
        return refuse(Reason::UnknownChoice, "no such choice");
    };
    if found.node != state.node {
        return refuse(
            Reason::NotHere,
            format!("`{}` is a choice of another node", found.id),
        );
    }
    if !found.again && state.chosen.has(choice.index()) {
        return refuse(
            Reason::AlreadyChosen,
            format!("`{}` was taken before", found.id),
        );
    }
    if !state.decided {
        return refuse(Reason::NotDecided, "decide first");
    }
    if state.offer.contains(&choice.0) {
        Ok(())
    } else {
        refuse(
            Reason::NotOnOffer,
            format!("`{}` is not on offer", found.id),
        )
    }
}

/// The options chosen, when the answers fit the form as it was put on offer.
pub(crate) fn check_answers(
    story: &Story,
    state: &State,
    answers: &[(FieldKey, RawAnswer)],
) -> Result<Vec<OptionKey>, Refusal> {
    let Some(form) = story.form_of(state.node) else {
        return refuse(Reason::NoForm, "there is no record to fill here");
    };
    if !state.decided {
        return refuse(Reason::NotDecided, "decide first");
    }
    if let Some((field, _)) = answers
        .iter()
        .find(|(field, _)| !form.fields.contains(&field.0))
    {
        let name = story
            .fields
            .get(field.index())
            .map_or("", |field| field.id.as_ref());
        return refuse(
            Reason::UnknownField,
            format!("`{name}` is not a field of this record"),
        );
    }
    let mut chosen = Vec::new();
    for number in form.fields.clone() {
        let field = &story.fields[number as usize];
        let answer = answers
            .iter()
            .find(|(key, _)| key.0 == number)
            .map(|(_, answer)| answer);
        check_answer(story, state, field, answer, &mut chosen)?;
    }
    Ok(chosen)
}

fn check_answer(
    story: &Story,
    state: &State,
    field: &crate::scenario::story::Field,
    answer: Option<&RawAnswer>,
    chosen: &mut Vec<OptionKey>,
) -> Result<(), Refusal> {
    let one = matches!(field.input, Input::One(_));
    match (&field.input, answer) {
        (Input::Text { .. } | Input::Many(_), None)
        | (Input::Text { .. }, Some(RawAnswer::Text(_))) => Ok(()),
        (Input::One(_), None) => refuse(
            Reason::AnswerMissing,
            format!("`{}` needs an answer", field.id),
        ),
        (Input::One(_) | Input::Many(_), Some(RawAnswer::Options(options))) => {
            if one && options.len() != 1 {
                return refuse(
                    Reason::AnswerCount,
                    format!(
                        "`{}` needs exactly one option, not {}",
                        field.id,
                        options.len()
                    ),
                );
            }
            let first = chosen.len();
            for (option, name) in options {
                let Some(option) =
                    option.filter(|option| field.input.options().contains(&option.0))
                else {
                    return refuse(
                        Reason::UnknownOption,
                        format!("`{name}` is not an option of `{}`", field.id),
                    );
                };
                if !state.offer.contains(&option.0) {
                    return refuse(
                        Reason::OptionNotOnOffer,
                        format!("`{}` is not on offer", story.option(option).id),
                    );
                }
                if chosen[first..].contains(&option) {
                    return refuse(
                        Reason::OptionTwice,
                        format!("`{}` is given twice", story.option(option).id),
                    );
                }
                chosen.push(option);
            }
            Ok(())
        }
        (Input::One(_) | Input::Many(_), Some(_)) => refuse(
            Reason::AnswerKind,
            format!("`{}` takes a list of options", field.id),
        ),
        (Input::Text { .. }, Some(_)) => {
            refuse(Reason::AnswerKind, format!("`{}` takes a string", field.id))
        }
    }
}

fn inspect(story: &Story, state: &mut State, thing: ThingKey, events: &mut Vec<Event>) {
    if state.inspected.insert(thing.index()) {
        for unit in story.thing(thing).units.clone() {
            state.shown.insert(unit as usize);
        }
        events.push(Event::Inspected(thing));
    }
}

fn set_mark(story: &Story, state: &mut State, unit: UnitKey, mark: Option<Mark>) {
    let before = std::mem::replace(&mut state.marks[unit.index()], mark);
    if before.is_some() == mark.is_some() {
        return;
    }
    for tag in story.unit_tags(unit) {
        let count = &mut state.tag_marks[tag.index()];
        *count = if mark.is_some() {
            *count + 1
        } else {
            count.saturating_sub(1)
        };
    }
}

fn decide(story: &Story, state: &mut State) {
    state.decided = true;
    let mut offer = std::mem::take(&mut state.offer);
    offer.clear();
    match &story.nodes[state.node.index()].exit {
        Exit::Choices(choices) => offer.extend(choices.clone().filter(|number| {
            let choice = &story.choices[*number as usize];
            (choice.again || !state.chosen.has(*number as usize)) && choice.when.holds(state)
        })),
        Exit::Form(form) => {
            for field in form.fields.clone() {
                offer.extend(
                    story.fields[field as usize]
                        .input
                        .options()
                        .filter(|number| story.options[*number as usize].when.holds(state)),
                );
            }
        }
        Exit::Ending { .. } => {}
    }
    state.offer = offer;
}

fn choose(story: &Story, state: &mut State, choice: ChoiceKey, events: &mut Vec<Event>) {
    let found = story.choice(choice);
    state.chosen.insert(choice.index());
    state.minute = state.minute.saturating_add(found.takes_minutes);
    for effect in &found.effects {
        change(story, state, *effect);
    }
    for duty in &found.fulfils {
        state.fulfilled[duty.index()].get_or_insert(state.minute);
    }
    state.rationale = found.rationale.is_some().then_some(choice);
    leave_turn(story, state, found.goto, events);
}

fn fill(story: &Story, state: &mut State, chosen: &[OptionKey], events: &mut Vec<Event>) {
    let Some(form) = story.form_of(state.node) else {
        return;
    };
    state.minute = state.minute.saturating_add(form.takes_minutes);
    for option in chosen {
        state.filled.insert(option.index());
        for duty in &story.option(*option).fulfils {
            state.fulfilled[duty.index()].get_or_insert(state.minute);
        }
    }
    leave_turn(story, state, form.goto, events);
}

/// An effect on a var, clamped to its range.
pub(crate) fn changed(story: &Story, value: i32, effect: Effect) -> i32 {
    let (var, raw) = match effect {
        Effect::Add(var, number) => (var, i64::from(value) + i64::from(number)),
        Effect::Set(var, number) => (var, i64::from(number)),
    };
    let range = &story.vars[var.index()];
    i32::try_from(raw.clamp(i64::from(range.min), i64::from(range.max))).unwrap_or(range.start)
}

fn change(story: &Story, state: &mut State, effect: Effect) {
    let (Effect::Add(var, _) | Effect::Set(var, _)) = effect;
    state.vars[var.index()] = changed(story, state.vars[var.index()], effect);
}

fn leave_turn(story: &Story, state: &mut State, goto: NodeId, events: &mut Vec<Event>) {
    state.turn += 1;
    enter(story, state, goto, events);
}

/// Enters a node: its lines are chosen and shown, then it joins the visited.
pub(crate) fn enter(story: &Story, state: &mut State, node: NodeId, events: &mut Vec<Event>) {
    state.node = node;
    state.decided = false;
    state.offer.clear();
    events.push(Event::Entered(node));
    for number in story.nodes[node.index()].lines.clone() {
        let line = &story.lines[number as usize];
        if line.when.holds(state) {
            for unit in line.prose.units.clone() {
                state.shown.insert(unit as usize);
            }
            events.push(Event::Line(LineId(number)));
        }
    }
    state.visited.insert(node.index());
    if story.is_ending(node) {
        state.status = Status::Ended;
    }
}

/// The points that options earn: each the first time it is ever chosen.
pub fn option_points<'s>(
    story: &'s Story,
    state: &State,
    chosen: &[OptionKey],
) -> impl Iterator<Item = (crate::scenario::ids::CompetenceId, i32)> + 's {
    let fresh: Vec<OptionKey> = chosen
        .iter()
        .copied()
        .filter(|option| !state.filled.has(option.index()))
        .collect();
    fresh
        .into_iter()
        .flat_map(|option| story.option(option).assess.iter().copied())
}
