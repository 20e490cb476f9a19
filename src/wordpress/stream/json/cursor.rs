//! Where we are in a text, and the smallest steps on.

use super::Stop;

/// A place in a text.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'de> {
    pub(super) text: &'de str,
    pub(super) at: usize,
}

impl<'de> Cursor<'de> {
    pub(super) fn bytes(&self) -> &'de [u8] {
        self.text.as_bytes()
    }

    /// The next byte that is no white space, where we stand then.
    #[inline]
    pub(super) fn peek(&mut self) -> Result<u8, Stop> {
        loop {
            match self.bytes().get(self.at) {
                None => return Err(Stop::Cut),
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                Some(&byte) => return Ok(byte),
            }
        }
    }

    /// Goes past this byte and any white space before it.
    #[inline]
    pub(super) fn expect(&mut self, byte: u8) -> Result<(), Stop> {
        if self.peek()? != byte {
            return Err(Stop::Refused);
        }
        self.at += 1;
        Ok(())
    }

    /// Goes to the next item of an array or the next key of an object, past the comma; false at the end, which
    /// stays. That nothing follows a comma is seen where it is read.
    #[inline]
    pub(super) fn next(&mut self, fresh: &mut bool, end: u8) -> Result<bool, Stop> {
        let first = std::mem::replace(fresh, false);
        match self.peek()? {
            byte if byte == end => return Ok(false),
            b',' if !first => self.at += 1,
            _ if first => {}
            _ => return Err(Stop::Refused),
        }
        Ok(true)
    }

    /// Goes past one of `null`, `true` and `false`.
    pub(super) fn word(&mut self, word: &str) -> Result<(), Stop> {
        let rest = &self.bytes()[self.at..];
        if rest.starts_with(word.as_bytes()) {
            self.at += word.len();
            return Ok(());
        }
        Err(if word.as_bytes().starts_with(rest) { Stop::Cut } else { Stop::Refused })
    }

    /// Checks that a word or a number ends where it was read to.
    pub(super) fn ended(&self) -> Result<(), Stop> {
        match self.bytes()[..self.at].last() {
            Some(b'"' | b']' | b'}') | None => Ok(()),
            Some(_) => match self.bytes().get(self.at) {
                None | Some(b' ' | b'\n' | b'\r' | b'\t' | b'"' | b'[' | b']' | b'{' | b'}') => {
                    Ok(())
                }
                Some(b',' | b':') => Ok(()),
                Some(_) => Err(Stop::Refused),
            },
        }
    }
}
