//! Where the scripts of plugins and themes find what they load: attributes, and the words that mark what
//! they have still to load.
//!
//! The rows were read in the plugins' own sources, but for those that say "from memory" and those that say
//! "seen", which were seen in pages only.

/// An attribute that holds what a script puts into a real one.
pub(super) struct Row {
    /// Its name.
    pub(super) held: &'static str,
    /// The attribute into which it goes.
    pub(super) real: &'static str,
    /// Whether nothing but lazy loading uses it: galleries have their large pictures in some of them.
    pub(super) alone: bool,
}

/// A row of which nothing but lazy loading has the attribute.
const fn only(held: &'static str, real: &'static str) -> Row {
    Row { held, real, alone: true }
}

/// A row of which others have the attribute too.
const fn also(held: &'static str, real: &'static str) -> Row {
    Row { held, real, alone: false }
}

/// The attributes, the surest first.
pub(super) const ROWS: &[Row] = &[
    // WP Rocket, Lazy Load by WP Rocket, Jetpack until 2023, BJ Lazy Load, Lazy Load (batmoo).
    only("data-lazy-src", "src"),
    only("data-lazy-srcset", "srcset"),
    only("data-lazy-sizes", "sizes"),
    // Optimole; it takes the srcset away too.
    only("data-opt-src", "src"),
    only("old-srcset", "srcset"),
    // NitroPack (seen).
    only("nitro-lazy-src", "src"),
    only("nitro-lazy-srcset", "srcset"),
    // LiteSpeed Cache, frames where it delays scripts.
    only("data-litespeed-src", "src"),
    // Avada and its Fusion Builder.
    only("data-orig-src", "src"),
    // FooGallery.
    only("data-src-fg", "src"),
    only("data-srcset-fg", "srcset"),
    // WP Fastest Cache (seen).
    only("data-wpfc-original-src", "src"),
    only("data-wpfc-original-srcset", "srcset"),
    only("data-wpfc-original-sizes", "sizes"),
    // Breeze; the address alone is from memory.
    only("data-breeze", "src"),
    only("data-brsrcset", "srcset"),
    only("data-brsizes", "sizes"),
    // Seraphinite Accelerator.
    only("data-lzl-src", "src"),
    only("data-lzl-srcset", "srcset"),
    only("data-lzl-sizes", "sizes"),
    // EWWW Image Optimizer where scripts choose WebP (seen).
    only("data-src-img", "src"),
    only("data-srcset-img", "srcset"),
    // Envira Gallery's srcset (seen).
    only("data-envira-srcset", "srcset"),
    // Featured Image from URL (seen in feeds).
    only("fifu-data-src", "src"),
    only("fifu-data-srcset", "srcset"),
    // Cloudflare Mirage (seen).
    only(MIRAGE, "src"),
    // Ezoic (seen).
    only("data-ezsrc", "src"),
    only("data-ezsrcset", "srcset"),
    // PageSpeed modules of web servers (seen; the old name from memory).
    only("data-pagespeed-lazy-src", "src"),
    only("data-pagespeed-lazy-srcset", "srcset"),
    only("pagespeed_lazy_src", "src"),
    // Porto (from memory).
    only("data-oi", "src"),
    // Slider Revolution's pictures (from memory), and old loaders that WP Rocket's list names.
    only("data-lazyload", "src"),
    only("data-lazysrc", "src"),
    only("data-lazy-original", "src"),
    // Frames held back until a visitor agrees to cookies (seen in feeds). A feed has nobody to ask;
    // WordPress's own has the frames.
    only("data-src-cmplz", "src"),
    only("data-cookieblock-src", "src"),
    only("consent-original-src-_", "src"),
    only("consent-original-src", "src"),
    only("src-consent", "src"),
    only("data-wpconsent-src", "src"),
    only("data-privacy-src", "src"),
    // Moove's GDPR Cookie Compliance and iubenda (seen), which put a page of theirs into the frame.
    only("data-gdpr-iframesrc", "src"),
    only("data-suppressedsrc", "src"),
    // lazysizes, vanilla-lazyload and what uses them: a3 Lazy Load, LiteSpeed Cache, Smush, EWWW,
    // Autoptimize, SiteGround Optimizer (from memory), Perfmatters, Lazy Loader, Avada, Flatsome, The7.
    also("data-src", "src"),
    also("data-srcset", "srcset"),
    also("data-sizes", "sizes"),
    also("data-poster", "poster"),
    // Avada keeps the sizes here, and writes `auto` into the attribute above.
    also("data-orig-sizes", "sizes"),
    // jQuery's Lazy Load and the themes that use it.
    also("data-original", "src"),
    also("data-original-set", "srcset"),
    // Envira Gallery, Slick, echo.js, themes of tagDiv (the last from memory).
    also("data-envira-src", "src"),
    also("data-lazy", "src"),
    also("data-echo", "src"),
    also("data-img-url", "src"),
    // Films of JetElements and Embed Plus for YouTube (seen in feeds).
    also("data-lazy-load", "src"),
    also("data-orig", "src"),
];

/// The elements that show nothing without an address: on these an attribute of whatever plugin may hold it
/// back. Players have files of their own inside.
pub(super) const UNKNOWN: &[&str] = &["img", "iframe", "embed"];

/// Tells whether an attribute that is in no row may hold an address back, by its name: that of a loader or a
/// consent plugin that nobody here knows, as `data-cli-src`. It counts where there is nothing else to show.
pub(super) fn speaks_of_address(name: &str) -> bool {
    let stands_in = || ["placeholder", "error", "fallback"].iter().any(|it| name.contains(it));
    name.contains("src") && name.contains(['-', '_']) && !stands_in()
}

/// Cloudflare's, which hides the picture with a style.
pub(super) const MIRAGE: &str = "data-cfsrc";

/// Where background pictures are held, for whatever element: lazysizes, vanilla-lazyload, WP Rocket,
/// Perfmatters and Smush; Smush since 3.16 (seen); EWWW; lazysizes where there are several; Lazy Load XT (from
/// memory).
pub(super) const BACKGROUNDS: &[&str] =
    &["data-bg", "data-bg-image", "data-back", "data-bgset", "data-lazy-background"];

/// The classes of what is still to be loaded, by which style sheets hide it.
pub(super) const CLASSES: &[&str] = &[
    // lazysizes, and what uses it.
    "lazyload",
    "lazyloading",
    // jQuery's Lazy Load, LiteSpeed Cache, themes.
    "lazy",
    // a3 Lazy Load, BJ Lazy Load.
    "lazy-hidden",
    // Flatsome, The7.
    "lazy-load",
    "iso-lazy-load",
    "owl-lazy-load",
    "jetpack-lazy-image",
    "rocket-lazyload",
    "perfmatters-lazy",
    "nitro-lazy",
    "optimole-lazy-only",
    "ewww_webp",
    "ezlazyload",
    "br-lazy",
    "lzl",
    // bLazy, lozad, Swiper, Owl Carousel (from memory).
    "b-lazy",
    "lozad",
    "swiper-lazy",
    "owl-lazy",
];

/// The attributes that mark it: LiteSpeed Cache; a3 and BJ Lazy Load; WP Rocket's frames.
pub(super) const MARKS: &[&str] = &["data-lazyloaded", "data-lazy-type", "data-rocket-lazyload"];
