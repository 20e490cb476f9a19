//! The objects of JSON Feed as tables: which members each has, of which type, and who judges the value.
//!
//! <https://www.jsonfeed.org/version/1.1/>; members in the order in which the specification names them.

/// What an object may hold.
#[derive(Debug)]
pub(super) struct Object {
    /// What messages call it.
    pub(super) name: &'static str,
    pub(super) members: &'static [Member],
}

/// A member of an object.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) since: Since,
    pub(super) required: bool,
}

/// Which version knows a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Since {
    /// Both.
    First,
    /// 1.1.
    Second,
    /// 1; in 1.1 it is deprecated.
    FirstOnly,
}

/// The type of a value.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Text(Text),
    Number(Number),
    Flag,
    Object(&'static Object),
    Objects(&'static Object),
    Texts(Text),
}

/// What a string is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Text {
    Version,
    Id,
    /// Words of whatever kind.
    Free,
    /// Words that a reader shows as they are.
    Plain,
    Html,
    /// The plain text of an item, which may well speak of HTML.
    Content,
    Address,
    /// One that may also be `mailto:`.
    AddressOfPerson,
    Timestamp,
    Language,
    MediaType,
    HubType,
}

/// What a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    Bytes,
    Seconds,
}

const fn may(name: &'static str, kind: Kind) -> Member {
    Member { name, kind, since: Since::First, required: false }
}

const fn must(name: &'static str, kind: Kind) -> Member {
    Member { name, kind, since: Since::First, required: true }
}

const fn new(name: &'static str, kind: Kind) -> Member {
    Member { name, kind, since: Since::Second, required: false }
}

const fn old(name: &'static str, kind: Kind) -> Member {
    Member { name, kind, since: Since::FirstOnly, required: false }
}

const ADDRESS: Kind = Kind::Text(Text::Address);
const PLAIN: Kind = Kind::Text(Text::Plain);

pub(super) static FEED: Object = Object {
    name: "feed",
    members: &[
        must("version", Kind::Text(Text::Version)),
        must("title", PLAIN),
        may("home_page_url", ADDRESS),
        may("feed_url", ADDRESS),
        may("description", PLAIN),
        may("user_comment", Kind::Text(Text::Free)),
        may("next_url", ADDRESS),
        may("icon", ADDRESS),
        may("favicon", ADDRESS),
        new("authors", Kind::Objects(&AUTHOR)),
        old("author", Kind::Object(&AUTHOR)),
        new("language", Kind::Text(Text::Language)),
        may("expired", Kind::Flag),
        may("hubs", Kind::Objects(&HUB)),
        must("items", Kind::Objects(&ITEM)),
    ],
};

pub(super) static ITEM: Object = Object {
    name: "item",
    members: &[
        must("id", Kind::Text(Text::Id)),
        may("url", ADDRESS),
        may("external_url", ADDRESS),
        may("title", PLAIN),
        may("content_html", Kind::Text(Text::Html)),
        may("content_text", Kind::Text(Text::Content)),
        may("summary", PLAIN),
        may("image", ADDRESS),
        may("banner_image", ADDRESS),
        may("date_published", Kind::Text(Text::Timestamp)),
        may("date_modified", Kind::Text(Text::Timestamp)),
        new("authors", Kind::Objects(&AUTHOR)),
        old("author", Kind::Object(&AUTHOR)),
        may("tags", Kind::Texts(Text::Plain)),
        new("language", Kind::Text(Text::Language)),
        may("attachments", Kind::Objects(&ATTACHMENT)),
    ],
};

pub(super) static AUTHOR: Object = Object {
    name: "author",
    members: &[
        may("name", PLAIN),
        may("url", Kind::Text(Text::AddressOfPerson)),
        may("avatar", ADDRESS),
    ],
};

pub(super) static HUB: Object = Object {
    name: "hub",
    members: &[must("type", Kind::Text(Text::HubType)), must("url", ADDRESS)],
};

pub(super) static ATTACHMENT: Object = Object {
    name: "attachment",
    members: &[
        must("url", ADDRESS),
        must("mime_type", Kind::Text(Text::MediaType)),
        may("title", PLAIN),
        may("size_in_bytes", Kind::Number(Number::Bytes)),
        may("duration_in_seconds", Kind::Number(Number::Seconds)),
    ],
};

impl Object {
    /// The member of a name, and its number.
    pub(super) fn member(&self, name: &str) -> Option<(usize, &'static Member)> {
        self.members.iter().enumerate().find(|(_, member)| member.name == name)
    }

    /// The bit of a member among those that were seen.
    pub(super) fn bit(&self, name: &str) -> u32 {
        self.member(name).map_or(0, |(number, _)| 1 << number)
    }
}

impl Kind {
    /// What messages call a value of this type.
    pub(super) fn name(self) -> &'static str {
        match self {
            Kind::Text(_) => "a string",
            Kind::Number(_) => "a number",
            Kind::Flag => "true or false",
            Kind::Object(_) => "an object",
            Kind::Objects(_) | Kind::Texts(_) => "an array",
        }
    }
}
