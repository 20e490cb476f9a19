//! The members of an object and the items of an array, one at a time.

use super::{Json, Stop};
use serde::de::value::{BorrowedStrDeserializer, StringDeserializer};
use serde::de::{DeserializeSeed, MapAccess, SeqAccess};
use std::borrow::Cow;

/// The items of an array.
pub(super) struct Items<'a, 'de, 's> {
    json: &'a mut Json<'de, 's>,
    fresh: bool,
}

/// The members of an object.
pub(super) struct Members<'a, 'de, 's> {
    json: &'a mut Json<'de, 's>,
    fresh: bool,
}

impl<'a, 'de, 's> Items<'a, 'de, 's> {
    pub(super) fn of(json: &'a mut Json<'de, 's>) -> Self {
        Items { json, fresh: true }
    }
}

impl<'a, 'de, 's> Members<'a, 'de, 's> {
    pub(super) fn of(json: &'a mut Json<'de, 's>) -> Self {
        Members { json, fresh: true }
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de, '_> {
    type Error = Stop;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Stop> {
        match self.json.cursor.next(&mut self.fresh, b']')? {
            true => seed.deserialize(&mut *self.json).map(Some),
            false => Ok(None),
        }
    }
}

impl<'de> MapAccess<'de> for Members<'_, 'de, '_> {
    type Error = Stop;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Stop> {
        if !self.json.cursor.next(&mut self.fresh, b'}')? {
            return Ok(None);
        }
        let key = match self.json.key()? {
            Cow::Borrowed(key) => seed.deserialize(BorrowedStrDeserializer::new(key)),
            Cow::Owned(key) => seed.deserialize(StringDeserializer::new(key)),
        };
        key.map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Stop> {
        self.json.cursor.expect(b':')?;
        seed.deserialize(&mut *self.json)
    }
}
