//! The line around a shape, found by walking its edge.

use std::collections::HashMap;

use egui::{Pos2, pos2};

/// Shapes smaller than this many edge steps are specks.
const SPECK: usize = 16;

/// Closed lines around what is `true`, in shares of the picture.
pub(super) fn trace(shape: &[bool], width: usize, height: usize) -> Vec<Vec<Pos2>> {
    let mut edges = edges(shape, width, height);
    let mut lines = Vec::new();
    // In reading order, so that the same picture always gives the same lines.
    let mut starts: Vec<Corner> = edges.keys().copied().collect();
    starts.sort_unstable_by_key(|&(x, y)| (y, x));
    for start in starts {
        while let Some(line) = walk(&mut edges, start) {
            if line.len() >= SPECK {
                lines.push(smooth(&line, width, height));
            }
        }
    }
    lines
}

type Corner = (usize, usize);

/// Every step along the edge, with the shape on its right hand.
fn edges(shape: &[bool], width: usize, height: usize) -> HashMap<Corner, Vec<Corner>> {
    let at = |x: usize, y: usize, dx: isize, dy: isize| {
        let (x, y) = (x.checked_add_signed(dx), y.checked_add_signed(dy));
        match (x, y) {
            (Some(x), Some(y)) if x < width && y < height => shape[y * width + x],
            _ => false,
        }
    };
    let mut edges: HashMap<Corner, Vec<Corner>> = HashMap::new();
    for y in 0..height {
        for x in 0..width {
            if !at(x, y, 0, 0) {
                continue;
            }
            let mut step = |from: Corner, to: Corner| edges.entry(from).or_default().push(to);
            if !at(x, y, 0, -1) {
                step((x, y), (x + 1, y));
            }
            if !at(x, y, 1, 0) {
                step((x + 1, y), (x + 1, y + 1));
            }
            if !at(x, y, 0, 1) {
                step((x + 1, y + 1), (x, y + 1));
            }
            if !at(x, y, -1, 0) {
                step((x, y + 1), (x, y));
            }
        }
    }
    edges
}

fn walk(edges: &mut HashMap<Corner, Vec<Corner>>, start: Corner) -> Option<Vec<Corner>> {
    let mut at = edges.get_mut(&start)?.pop()?;
    let mut line = vec![start];
    while at != start {
        line.push(at);
        at = edges.get_mut(&at)?.pop()?;
    }
    Some(line)
}

/// Takes the stairs out: each point becomes the middle of its neighbourhood, every third is kept.
#[expect(clippy::cast_precision_loss, reason = "a few hundred points")]
fn smooth(line: &[Corner], width: usize, height: usize) -> Vec<Pos2> {
    let count = line.len();
    let reach = 3;
    (0..count)
        .step_by(3)
        .map(|index| {
            let (mut x, mut y) = (0.0, 0.0);
            for near in 0..=2 * reach {
                let (px, py) = line[(index + count + near - reach) % count];
                x += px as f32;
                y += py as f32;
            }
            let share = (2 * reach + 1) as f32;
            pos2(x / share / width as f32, y / share / height as f32)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_has_two_lines_and_a_speck_has_none() {
        let side = 40;
        let inside = |low: usize, high: usize, x: usize, y: usize| {
            (low..high).contains(&x) && (low..high).contains(&y)
        };
        let ring: Vec<bool> = (0..side * side)
            .map(|index| (index % side, index / side))
            .map(|(x, y)| inside(5, 35, x, y) && !inside(12, 28, x, y))
            .collect();
        assert_eq!(trace(&ring, side, side).len(), 2);
        let speck: Vec<bool> = (0..side * side).map(|index| index == 820).collect();
        assert!(trace(&speck, side, side).is_empty());
    }
}
