//! The picture that stands for a post.

use crate::model::{Image, Rendition};
use crate::text::url;
use crate::wordpress::embedded::{Media, Size};
use crate::wordpress::post::Post;
use std::borrow::Cow;

/// The featured image: the embedded one, or the picture itself if the post is one.
pub(super) fn featured(post: &Post, link: Option<&str>) -> Option<Image> {
    let embedded = post.embedded.featured_media();
    let own = Some(&post.file)
        .filter(|file| file.mime_type.filled().is_some_and(|t| t.starts_with("image/")));
    picture(embedded.or(own)?, link)
}

/// The picture of a media object.
pub(super) fn picture(media: &Media, base: Option<&str>) -> Option<Image> {
    let details = media.media_details.0.as_ref();
    let sizes = details.and_then(|details| details.sizes.0.as_ref());
    let small = sizes.and_then(|sizes| sizes.thumbnail.0.as_ref());
    Some(Image {
        full: Rendition {
            url: url::absolute(media.source_url.filled()?, base).map(Cow::into_owned)?,
            media_type: media.mime_type.filled().map(str::to_owned),
            width: details.and_then(|details| pixels(details.width.positive())),
            height: details.and_then(|details| pixels(details.height.positive())),
            length: details.and_then(|details| details.filesize.positive()),
        },
        thumbnail: small.and_then(|size| thumbnail(size, base)),
        alt: media.alt_text.filled().map(|alt| alt.trim().to_owned()),
    })
}

fn thumbnail(size: &Size, base: Option<&str>) -> Option<Rendition> {
    Some(Rendition {
        url: url::absolute(size.source_url.filled()?, base).map(Cow::into_owned)?,
        width: pixels(size.width.positive()),
        height: pixels(size.height.positive()),
        ..Rendition::default()
    })
}

fn pixels(number: Option<u64>) -> Option<u32> {
    number.and_then(|number| u32::try_from(number).ok())
}
