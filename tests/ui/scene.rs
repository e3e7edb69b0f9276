//! The scene screen: reading, marking, looking, deciding.

#[path = "scene/booth.rs"]
mod booth;
#[path = "scene/deciding.rs"]
mod deciding;
#[path = "scene/fixture.rs"]
mod fixture;
#[path = "scene/layout.rs"]
mod layout;
#[path = "scene/looking.rs"]
mod looking;
#[path = "scene/marking.rs"]
mod marking;
#[path = "scene/moving.rs"]
mod moving;
