//! The taxonomies that WordPress's feeds show.

use super::{Post, Terms};

/// A taxonomy of posts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::wordpress) enum Taxonomy {
    /// Categories.
    Category,
    /// Tags.
    Tag,
}

impl Taxonomy {
    /// The name in a term's `taxonomy`.
    pub(in crate::wordpress) fn name(self) -> &'static str {
        match self {
            Taxonomy::Category => "category",
            Taxonomy::Tag => "post_tag",
        }
    }

    /// What a post refers to by its own field of the taxonomy.
    pub(in crate::wordpress) fn of(self, post: &Post) -> &Terms {
        match self {
            Taxonomy::Category => &post.categories,
            Taxonomy::Tag => &post.tags,
        }
    }

    /// The slugs that the post's classes tell (`get_post_class`), without the numbers that stand in them
    /// for a slug that is no class.
    pub(in crate::wordpress) fn slugs(self, post: &Post) -> Vec<String> {
        let prefix = match self {
            Taxonomy::Category => "category-",
            Taxonomy::Tag => "tag-",
        };
        let ids = &self.of(post).ids;
        let number = |slug: &str| slug.parse().is_ok_and(|id: u64| ids.contains(&id));
        let classes = post.classes().into_iter();
        let slugs = classes.filter_map(|name| name.strip_prefix(prefix).map(str::to_owned));
        slugs.filter(|slug| !number(slug)).collect()
    }
}
