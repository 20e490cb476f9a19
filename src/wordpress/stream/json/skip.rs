//! What nobody wants, passed over; its grammar is checked all the same.

use super::{Json, Stop};

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

impl Json<'_> {
    /// Goes past the value that comes next.
    pub(super) fn skip(&mut self) -> Result<(), Stop> {
        let mut open = Open::default();
        loop {
            let entered = match self.peek()? {
                b'"' => self.skip_string().map(|()| false)?,
                b'{' => open.push(true).map(|()| true)?,
                b'[' => open.push(false).map(|()| true)?,
                b'n' => self.word("null").map(|()| false)?,
                b't' => self.word("true").map(|()| false)?,
                b'f' => self.word("false").map(|()| false)?,
                b'-' | b'0'..=b'9' => self.skip_number().map(|()| false)?,
                _ => return Err(Stop::Refused),
            };
            self.at += usize::from(entered);
            if !self.skip_to_value(&mut open, entered)? {
                return Ok(());
            }
        }
    }

    /// Goes past what ends, and past commas and keys, to the next value; false if nothing is open any more.
    fn skip_to_value(&mut self, open: &mut Open, entered: bool) -> Result<bool, Stop> {
        let mut fresh = entered;
        while let Some(object) = open.innermost() {
            if self.next(&mut fresh, if object { b'}' } else { b']' })? {
                if object {
                    self.skip_key()?;
                }
                return Ok(true);
            }
            self.at += 1;
            open.pop();
            fresh = false;
        }
        Ok(false)
    }

    fn skip_key(&mut self) -> Result<(), Stop> {
        if self.peek()? != b'"' {
            return Err(Stop::Refused);
        }
        self.skip_string()?;
        self.expect(b':')
    }
}
