//! Figures that are raised or lowered, which Unicode has signs for: `10⁶`, `H₂O`.

/// The signs of `sup`.
pub(super) const RAISED: [(char, char); 17] = [
    ('0', '⁰'),
    ('1', '¹'),
    ('2', '²'),
    ('3', '³'),
    ('4', '⁴'),
    ('5', '⁵'),
    ('6', '⁶'),
    ('7', '⁷'),
    ('8', '⁸'),
    ('9', '⁹'),
    ('+', '⁺'),
    ('-', '⁻'),
    ('−', '⁻'),
    ('=', '⁼'),
    ('(', '⁽'),
    (')', '⁾'),
    ('n', 'ⁿ'),
];

/// The signs of `sub`.
pub(super) const LOWERED: [(char, char); 16] = [
    ('0', '₀'),
    ('1', '₁'),
    ('2', '₂'),
    ('3', '₃'),
    ('4', '₄'),
    ('5', '₅'),
    ('6', '₆'),
    ('7', '₇'),
    ('8', '₈'),
    ('9', '₉'),
    ('+', '₊'),
    ('-', '₋'),
    ('−', '₋'),
    ('=', '₌'),
    ('(', '₍'),
    (')', '₎'),
];

/// The text in the signs of a table, if it has them all; `1st` has no sign for the `t`, and stays.
pub(super) fn in_signs(text: &str, signs: &[(char, char)]) -> Option<String> {
    let sign = |c: char| signs.iter().find(|(plain, _)| *plain == c).map(|(_, sign)| *sign);
    text.chars().map(sign).collect::<Option<String>>().filter(|text| !text.is_empty())
}
