//! What nobody wants, passed over; its grammar is checked all the same.

use super::{Cursor, Stop};

/// The kinds of what is open around us, a bit each: objects are ones. It holds as much as serde_json lets nest.
#[derive(Default)]
struct Open {
    kinds: u128,
    count: u32,
}

impl Open {
    fn push(&mut self, object: bool) -> Result<(), Stop> {
        if self.count == u128::BITS {
            return Err(Stop::Refused);
        }
        self.kinds = self.kinds << 1 | u128::from(object);
        self.count += 1;
        Ok(())
    }

    /// Whether the innermost is an object; `None` if nothing is open.
    fn innermost(&self) -> Option<bool> {
        (self.count > 0).then_some(self.kinds & 1 == 1)
    }

    fn pop(&mut self) {
        self.kinds >>= 1;
        self.count -= 1;
    }
}

impl Cursor<'_> {
    /// Goes past the value that comes next.
    pub(super) fn skip(&mut self) -> Result<(), Stop> {
        let (mut cursor, mut open) = (*self, Open::default());
        while !cursor.skip_one(&mut open)? {}
        *self = cursor;
        Ok(())
    }

    /// Goes past what has nothing in it, or into what has; tells whether all that was open is closed then.
    #[inline]
    fn skip_one(&mut self, open: &mut Open) -> Result<bool, Stop> {
        let mut fresh = false;
        match self.peek()? {
            b'"' => self.skip_string()?,
            bracket @ (b'{' | b'[') => {
                open.push(bracket == b'{')?;
                self.at += 1;
                fresh = true;
            }
            b'n' => self.word("null")?,
            b't' => self.word("true")?,
            b'f' => self.word("false")?,
            b'-' | b'0'..=b'9' => self.skip_number()?,
            _ => return Err(Stop::Refused),
        }
        self.skip_to_value(open, fresh).map(|found| !found)
    }

    /// Goes past what ends, and past commas and keys, to the next value; false if nothing is open any more.
    #[inline]
    fn skip_to_value(&mut self, open: &mut Open, mut fresh: bool) -> Result<bool, Stop> {
        while let Some(object) = open.innermost() {
            if self.next(&mut fresh, if object { b'}' } else { b']' })? {
                if object {
                    self.skip_key()?;
                }
                return Ok(true);
            }
            self.at += 1;
            open.pop();
        }
        Ok(false)
    }

    #[inline]
    fn skip_key(&mut self) -> Result<(), Stop> {
        if self.peek()? != b'"' {
            return Err(Stop::Refused);
        }
        self.skip_string()?;
        self.expect(b':')
    }
}
