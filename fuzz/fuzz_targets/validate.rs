//! Whatever a document is, it is judged: the same findings every time, each at a place that there is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wp2feed::validate;

fuzz_target!(|document: &[u8]| {
    let findings = validate(document);
    assert_eq!(findings, validate(document));
    assert!(findings.is_sorted_by_key(|finding| finding.position));
    for finding in findings {
        assert!(finding.position.line > 0 && finding.position.column > 0, "{finding}");
        // What is not UTF-8 is longer as UTF-8, three bytes for one at the most.
        assert!(finding.position.byte <= 3 * document.len() as u64, "{finding}");
        assert!(finding.message.len() < 2000, "{finding}");
    }
});
