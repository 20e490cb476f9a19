//! What must hold of every table, for the tests of those who write them.

use super::element::{Element, Inside};
use super::seen::MOST;

/// Holds a table, and all that it leads to, to what must be true of each; gives how many there are.
pub(crate) fn hold(element: &'static Element, known: &mut Vec<*const Element>) -> usize {
    if known.contains(&std::ptr::from_ref(element)) {
        return 0;
    }
    known.push(element);
    assert!(element.attributes.len() < 64);
    let Inside::Groups(groups) = element.inside else { return 1 };
    let groups = groups.iter().copied().flatten();
    let children: Vec<_> =
        groups.flat_map(|group| group.children.iter().map(|child| (group.space, child))).collect();
    assert!(children.len() <= MOST, "{} children", children.len());
    let mut count = 1;
    for (at, (space, child)) in children.iter().enumerate() {
        let found = element.child(*space, child.local).map(|(number, _)| number);
        assert_eq!(found, Some(at), "{}:{} is listed twice", space.prefix(), child.local);
        count += hold(child.element, known);
    }
    count
}
