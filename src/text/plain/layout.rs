//! Words put into lines and paragraphs: white space folded, blank lines between what stands apart, marks
//! before what is quoted or listed.
//!
//! Nothing is written before there is a word behind it, so that a text never begins or ends with blanks, and
//! empty elements leave no traces.

/// The form of a plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Everything on one line, for titles and summaries.
    Line,
    /// The same, without what is no prose, as captions and code.
    Prose,
    /// Paragraphs, lists, tables; addresses of links.
    Whole,
}

/// How many quotations and lists within each other are marked; deeper ones stand as the last of these.
const DEEPEST: usize = 16;

/// What stands where the author parted two passages by a line.
const RULE: &str = "* * *";

/// A text that grows.
pub(super) struct Layout {
    form: Form,
    out: String,
    /// Whether a blank is due before the next word.
    space: bool,
    /// How many line breaks are due.
    lines: usize,
    /// How many cells of a table were begun since the last word.
    cells: usize,
    /// Whether a line between two passages is due.
    rule: bool,
    /// Whether breaks have no effect, because a cell has just begun.
    held: bool,
    levels: Vec<Level>,
    /// Whether the last word is an address, which a letter right behind it would be taken for a part of.
    address: bool,
    /// How many levels the next word shares with the last.
    shared: usize,
}

/// A quotation or an item around the words.
enum Level {
    Quote,
    Indent {
        /// What stands before its first word, if that is still to come.
        mark: Option<String>,
        width: usize,
    },
}

impl Layout {
    pub(super) fn new(form: Form) -> Self {
        Layout {
            form,
            out: String::new(),
            space: false,
            lines: 0,
            cells: 0,
            rule: false,
            held: false,
            address: false,
            levels: Vec::new(),
            shared: 0,
        }
    }

    pub(super) fn form(&self) -> Form {
        self.form
    }

    /// The text without blanks at its end.
    pub(super) fn finish(mut self) -> String {
        self.out.truncate(self.out.trim_ascii_end().len());
        self.out
    }

    /// How much there is, to be compared with how much there was.
    pub(super) fn len(&self) -> usize {
        self.out.len()
    }

    /// What was written since.
    pub(super) fn since(&self, at: usize) -> &str {
        &self.out[at..]
    }

    /// Writes something else for what was written since.
    pub(super) fn replace(&mut self, at: usize, text: &str) {
        self.out.replace_range(at.., text);
    }

    /// Writes text, its white space folded (CSS Text, section 4.1).
    pub(super) fn words(&mut self, text: &str) {
        let is_space = |c: char| c.is_ascii_whitespace();
        let mut rest = text;
        loop {
            let words = rest.trim_start_matches(is_space);
            self.space |= words.len() < rest.len();
            if words.is_empty() {
                return;
            }
            self.space |= self.address && words.starts_with(char::is_alphanumeric);
            let end = words.find(is_space).unwrap_or(words.len());
            self.begin();
            self.out.push_str(&words[..end]);
            rest = &words[end..];
        }
    }

    /// Writes text to the letter.
    pub(super) fn letters(&mut self, text: &str) {
        if self.form != Form::Whole {
            return self.words(text);
        }
        for (i, line) in text.split('\n').enumerate() {
            self.lines += usize::from(i > 0);
            if !line.is_empty() {
                self.begin();
                self.out.push_str(line);
            }
        }
    }

    /// Writes something right behind the last word.
    pub(super) fn append(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Writes an address behind the last word.
    pub(super) fn address(&mut self, address: &str) {
        self.append(&format!(" ({address})"));
        self.address = true;
    }

    /// Begins a line, with so many breaks before it.
    pub(super) fn part(&mut self, lines: usize) {
        if !self.held {
            self.lines = self.lines.max(lines);
        }
    }

    /// Takes breaks back that are more than that.
    pub(super) fn join(&mut self, lines: usize) {
        self.lines = self.lines.min(lines);
    }

    /// Breaks the line (`br`); more than one blank line says nothing.
    pub(super) fn break_line(&mut self) {
        self.part((self.lines + 1).min(2));
    }

    /// Parts what comes from what was by a line.
    pub(super) fn rule(&mut self) {
        self.part(2);
        self.rule = true;
    }

    /// Begins a cell; `first` is the first one of a row, `at` is where the row began.
    pub(super) fn cell(&mut self, first: bool, at: usize) {
        if !first {
            if self.out.len() > at {
                self.lines = 0;
            }
            self.cells += 1;
        }
        self.held = true;
    }

    /// Ends a row that began at a place.
    pub(super) fn end_row(&mut self, at: usize) {
        (self.held, self.cells) = (false, 0);
        self.lines = if self.out.len() > at { 1 } else { self.lines };
    }

    /// Quotes what follows.
    pub(super) fn quote(&mut self) {
        self.levels.push(Level::Quote);
    }

    /// Indents what follows, with a mark before its first word.
    pub(super) fn indent(&mut self, mark: &str) {
        let width = mark.chars().count();
        let mark = Some(mark.to_owned()).filter(|mark| !mark.trim().is_empty());
        self.levels.push(Level::Indent { mark, width });
    }

    /// Ends a quotation, or what was indented.
    pub(super) fn outdent(&mut self) {
        self.levels.pop();
        self.shared = self.shared.min(self.levels.len());
    }

    /// Writes what is due before a word.
    fn begin(&mut self) {
        let parts = self.lines > 0 || self.cells > 0 || self.space;
        if self.form != Form::Whole {
            self.out.push_str(if parts && !self.out.is_empty() { " " } else { "" });
        } else if self.out.is_empty() || self.lines > 0 {
            self.begin_line();
        } else if self.cells > 0 {
            self.part_cells();
        } else if self.space {
            self.out.push(' ');
        }
        (self.space, self.lines, self.cells) = (false, 0, 0);
        (self.rule, self.held, self.address) = (false, false, false);
    }

    fn begin_line(&mut self) {
        if !self.out.is_empty() {
            self.end_lines(self.lines);
            if self.rule {
                self.mark_line(self.shared);
                self.out.push_str(RULE);
                self.end_lines(2);
            }
        }
        self.mark_line(self.levels.len());
        self.shared = self.levels.len();
        self.part_cells();
    }

    /// Ends a line and writes blank lines, which are marked as what is quoted before and behind them.
    fn end_lines(&mut self, lines: usize) {
        for _ in 1..lines {
            self.out.push('\n');
            self.mark_line(self.shared);
            self.out.truncate(self.out.trim_end_matches(' ').len());
        }
        self.out.push('\n');
    }

    /// Writes what stands before a line at so many levels.
    fn mark_line(&mut self, levels: usize) {
        for level in self.levels.iter_mut().take(levels.min(DEEPEST)) {
            match level {
                Level::Quote => self.out.push_str("> "),
                Level::Indent { mark, width } => match mark.take() {
                    Some(mark) => self.out.push_str(&mark),
                    None => self.out.extend(std::iter::repeat_n(' ', *width)),
                },
            }
        }
    }

    fn part_cells(&mut self) {
        self.out.extend(std::iter::repeat_n('\t', self.cells));
    }
}
