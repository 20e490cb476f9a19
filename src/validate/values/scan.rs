//! A cursor over the bytes of a value, for small grammars.

/// Reads a value from front to back; a step that fails leaves the cursor where it was.
pub(crate) struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Scan<'a> {
    /// Starts at the front.
    pub(crate) fn new(text: &'a str) -> Self {
        Scan { bytes: text.as_bytes(), at: 0 }
    }

    /// How many bytes have been read.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Whether everything has been read.
    pub(crate) fn done(&self) -> bool {
        self.at == self.bytes.len()
    }

    /// The next byte.
    pub(crate) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Reads one byte if it is this one.
    pub(crate) fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Reads a byte out of these.
    pub(crate) fn one_of(&mut self, bytes: &[u8]) -> Option<u8> {
        let byte = self.peek().filter(|byte| bytes.contains(byte))?;
        self.at += 1;
        Some(byte)
    }

    /// Reads as many bytes as are of a class, and says how many.
    pub(crate) fn many(&mut self, class: impl Fn(u8) -> bool) -> usize {
        let rest = &self.bytes[self.at..];
        let count = rest.iter().take_while(|byte| class(**byte)).count();
        self.at += count;
        count
    }

    /// Reads a number of exactly so many digits.
    pub(crate) fn digits(&mut self, count: usize) -> Option<u32> {
        let digits = self.bytes.get(self.at..self.at + count)?;
        if !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        self.at += count;
        Some(digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
    }

    /// Reads one of these words, as they are written or in whatever case, and says which.
    pub(crate) fn word(&mut self, words: &[&str], any_case: bool) -> Option<usize> {
        let rest = &self.bytes[self.at..];
        let index = words.iter().position(|word| {
            let Some(start) = rest.get(..word.len()) else { return false };
            if any_case {
                start.eq_ignore_ascii_case(word.as_bytes())
            } else {
                start == word.as_bytes()
            }
        })?;
        self.at += words[index].len();
        Some(index)
    }

    /// Reads white space, and says whether there was some.
    pub(crate) fn space(&mut self) -> bool {
        self.many(|byte| byte.is_ascii_whitespace() || byte == 0x0b) > 0
    }
}
