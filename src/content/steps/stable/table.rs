//! The names that WordPress and plugins count through a request, or draw by lot.
//!
//! One post has `gallery-1` when it is fetched alone, and `gallery-3` behind two others. Where the source
//! is not named, the row is from memory.

/// A name with a counter.
pub(super) struct Counted {
    /// What it looks like: `#` is the counter, or what `uniqid` drew in its place, `%` what it drew alone,
    /// `$` what `mt_rand`, `time` or `md5` drew; `+` a number that stays, `*` words that stay, `@` such that do not end in a number, `^` colours in hexadecimal.
    /// `?` stands before what the first of the names does without. Behind the counter, `-+` is a number
    /// and `~` whatever follows a `-` or `_`.
    pub(super) pattern: &'static str,
    /// What is in every text that has the name.
    pub(super) sign: &'static str,
    /// The attribute that has it, or how the attribute begins, if no other has.
    pub(super) only: &'static str,
    /// The number of the first.
    pub(super) first: u32,
}

/// A name that nobody else uses.
const fn named(pattern: &'static str, sign: &'static str) -> Counted {
    Counted { pattern, sign, only: "", first: 1 }
}

pub(super) const TABLE: &[Counted] = &[
    // WordPress, wp-includes/media.php, each with a `static $instance`: gallery_shortcode, whose names
    // are also in its style element, wp_audio_shortcode, wp_video_shortcode.
    named("gallery-#", "galleryid-"),
    named("gallery-#-+", "galleryid-"),
    named("audio-+-#~", "audio-"),
    named("video-+-#~", "video-"),
    // The same, img_caption_shortcode since 7.0 (wp_unique_prefixed_id).
    named("attachment_+?-#", "attachment_"),
    named("caption-attachment-+?-#", "caption-attachment-"),
    // wp-includes/block-supports: layout.php (uniqid in 5.8, wp_unique_id up to 6.2 and then
    // wp_unique_prefixed_id up to 6.7, since when it is a hash), position.php, elements.php (a hash up
    // to 7.0), block-style-variations.php.
    named("wp-container-#", "wp-container-"),
    named("wp-container-*-#", "wp-container-"),
    named("wp-elements-#", "wp-elements-"),
    named("is-style-*--#", "is-style-"),
    // wp-includes/class-wp-duotone.php, before 6.3 block-supports/duotone.php.
    named("wp-duotone-^-#", "wp-duotone-"),
    named("wp-duotone-unset-#", "wp-duotone-"),
    named("wp-duotone-filter-#", "wp-duotone-"),
    // wp-includes/blocks, all wp_unique_id: gallery.php, search.php, media-text.php, archives.php,
    // categories.php, navigation.php, accordion-item.php, tabs.php, playlist.php (the last three are
    // new in 7.0 and 7.1).
    named("wp-block-gallery-#", "wp-block-gallery-"),
    named("wp-block-search__input-#", "wp-block-search__input-"),
    named("wp-block-media-text__media-#", "wp-block-media-text__media-"),
    named("wp-block-archives-#", "wp-block-archives-"),
    named("wp-block-categories-#", "wp-block-categories-"),
    named("wp-block-navigation-#", "wp-block-navigation"),
    named("modal-#~", "wp-block-navigation"),
    named("accordion-item-#~", "wp-block-accordion"),
    named("tabs_#~", "wp-block-tabs"),
    named("tab__tabs_#~", "wp-block-tabs"),
    named("playlist-#~", "wp-block-playlist"),
    // The lightbox: image.php since 6.5, gallery.php since 7.0, both uniqid.
    Counted { pattern: "%", sign: "data-wp-", only: "data-wp-", first: 1 },
    // Jetpack, modules/likes.php and extensions/blocks/like (uniqid).
    named("like-post-wrapper-*-#", "like-post-wrapper-"),
    named("like-post-frame-*-#", "like-post-wrapper-"),
    Counted { pattern: "*-%", sign: "like-post-wrapper-", only: "data-src", first: 1 },
    // Contact Form 7, WPCF7_ContactForm::generate_unit_tag.
    named("wpcf7-f*-o#", "wpcf7-f"),
    // MC4WP: Mailchimp for WordPress; a class has the form's own number under the same name.
    Counted { pattern: "mc4wp-form-#", sign: "mc4wp-form-", only: "id", first: 1 },
    // Easy Table of Contents (uniqid).
    named("ez-toc-cssicon-toggle-item-#", "ez-toc-cssicon-toggle-item-"),
    // Jetpack, extensions/blocks/podcast-player (wp_unique_id).
    named("jetpack-podcast-player-block-+-#~", "jetpack-podcast-player-block-"),
    named("jetpack-podcast-player-block-#~", "jetpack-podcast-player-block-"),
    // PowerPress, powerpress-player.php (rand, then counted).
    named("powerpress_player_#", "powerpress_player_"),
    // Podlove Web Player (uniqid; seen).
    named("player-#", "podlove-web-player"),
    // Embed Plus for YouTube (rand).
    named("_ytid_#", "_ytid_"),
    // FV Player (md5 with a salt).
    named("wpfp_$", "wpfp_"),
    // Presto Player.
    named("presto-player-#", "presto-player-"),
    // Meow Gallery (uniqid).
    named("mgl-gallery-#", "mgl-gallery-"),
    // Responsive Lightbox (seen).
    Counted { pattern: "lightbox-gallery-#", sign: "data-rl_", only: "data-rel", first: 1 },
    // The Post Grid (wp_rand).
    named("rt-tpg-container-$", "rt-tpg-container-"),
    // WPBakery Page Builder: vc_images_carousel.php (counted, then time), vc_single_image.php and others
    // (wp_rand), in `data-lightbox` or `data-rel`.
    named("vc_images-carousel-$", "vc_images-carousel-"),
    Counted { pattern: "rel-+-$", sign: "[rel-", only: "data-", first: 1 },
    Counted { pattern: "rel-+-$", sign: "[rel-", only: "rel", first: 1 },
    // WooCommerce, woocommerce_quantity_input (uniqid).
    named("quantity_#", "quantity_"),
    // Shortcodes Ultimate (uniqid): su_slider_, su_carousel_, su_image_carousel_, su_tooltip_ and so on.
    named("su_@_#", "su_"),
    // Crayon Syntax Highlighter and its heirs (uniqid with more entropy).
    named("crayon-#~", "crayon-syntax"),
    // TablePress and its forerunner WP-Table Reloaded.
    named("tablepress-+?-no-#~", "tablepress-"),
    named("wp-table-reloaded-id-+-no-#~", "wp-table-reloaded-id-"),
    // Slider Revolution.
    named("rev_slider_+_#~", "rev_slider_"),
    // Divi, ET_Builder_Element::set_order_class; et_pb_column_1_3 is a third of the width.
    Counted { pattern: "et_pb_@_#", sign: "et_pb_", only: "", first: 0 },
    // Avada's builder.
    named("fusion-builder-row-#~", "fusion-builder-row-"),
    named("fusion-builder-column-#", "fusion-builder-column-"),
    named("fusion-text-#", "fusion-text-"),
    named("fusion-title-#", "fusion-title-"),
];
