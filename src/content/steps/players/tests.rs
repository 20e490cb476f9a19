//! What players are made into.

use crate::content::noticed::Noticed;
use crate::content::page::Page;
use crate::content::{Look, pass};
use crate::options::{Html, HtmlStep};

/// Links players; a second time must change nothing.
fn becomes(before: &str, after: &str) {
    let html = Html::RAW.with(HtmlStep::Players);
    becomes_with(html, before, after);
}

fn becomes_with(html: Html, before: &str, after: &str) {
    let page = Page::new(html, Some("https://e.example/post/"));
    let once = pass::rewrite(before, &page, &mut Noticed::default()).unwrap();
    assert_eq!(once, after, "from {before}");
    let twice = pass::rewrite(&once, &page, &mut Noticed::default()).unwrap();
    assert_eq!(twice, once, "a second time changes {before}");
    if once != before {
        assert!(Look::new(html).has_work(before), "a look must see {before}");
    }
}

fn stays(html: &str) {
    becomes(html, html);
}

#[test]
fn players_hold_a_link_to_their_first_file() {
    becomes(
        r#"<audio controls src="/a/fog%20horn.mp3?x=1&#038;y=2"></audio>"#,
        r#"<audio controls src="/a/fog%20horn.mp3?x=1&#038;y=2"><a href="/a/fog%20horn.mp3?x=1&amp;y=2">fog horn.mp3</a></audio>"#,
    );
    becomes(
        r#"<VIDEO title="The <tide>"><source src="/t.webm"><source src="/t.mp4">Old browser.</VIDEO>"#,
        r#"<VIDEO title="The <tide>"><source src="/t.webm"><source src="/t.mp4">Old browser.<a href="/t.webm">The &lt;tide&gt;</a></VIDEO>"#,
    );
    becomes(
        r#"<video src="https://e.example/stream/"></video>"#,
        r#"<video src="https://e.example/stream/"><a href="https://e.example/stream/">https://e.example/stream/</a></video>"#,
    );
}

#[test]
fn links_are_absolute_where_addresses_are() {
    becomes_with(
        Html::FAITHFUL,
        r#"<audio src="a.mp3"></audio>"#,
        r#"<audio src="https://e.example/post/a.mp3"><a href="https://e.example/post/a.mp3">a.mp3</a></audio>"#,
    );
}

#[test]
fn players_that_hold_a_link_or_no_file_stay() {
    for html in [
        r#"<audio><source src="/a.mp3?_=1"><a href="/a.mp3">/a.mp3</a></audio>"#,
        "<audio controls preload=none></audio>",
        r#"<video src="blob:https://e.example/1"></video><video src="data:video/mp4;base64,AAAA"></video>"#,
        r#"<audio src="javascript:alert(1)"></audio><audio src=""></audio>"#,
        r#"<picture><source srcset="/a.webp"><source src="/a.mp4"></picture>"#,
        r#"<audio src="/a.mp3">"#,
    ] {
        stays(html);
    }
    // A link in a link would end it, and the player with it: what is for older readers would be seen.
    stays(r#"<a href="/"><audio src="/a.mp3"></audio></a>"#);
    // The link of one is not that of another.
    becomes(
        r#"<a href="/">/</a><audio src="/a.mp3"></audio><video src="/b.mp4"><a href="/b">b</a></video>"#,
        r#"<a href="/">/</a><audio src="/a.mp3"><a href="/a.mp3">a.mp3</a></audio><video src="/b.mp4"><a href="/b">b</a></video>"#,
    );
}

const SCRIPT: &str = r#"<script type="application/json" class="wp-playlist-script">{"type":"audio","tracks":[{"src":"https:\/\/e.example\/a.mp3","title":"Fog &amp; horn"},{"src":"https:\/\/e.example\/b.mp3","title":""}]}</script>"#;

#[test]
fn playlists_list_their_tracks() {
    let player =
        r#"<div class="wp-playlist wp-audio-playlist"><audio controls="controls"></audio>"#;
    let list = r#"<ol><li><a href='https://e.example/a.mp3'>Fog</a></li></ol>"#;
    becomes(
        &format!("{player}<noscript>\n{list}\n</noscript>{SCRIPT}</div>"),
        &format!("{player}\n{list}\n{SCRIPT}</div>"),
    );
    let made = r#"<ol><li><a href="https://e.example/a.mp3">Fog &amp; horn</a></li><li><a href="https://e.example/b.mp3">b.mp3</a></li></ol>"#;
    becomes(&format!("{player}{SCRIPT}</div>"), &format!("{player}{made}{SCRIPT}</div>"));
    // Each by itself.
    becomes(
        &format!("{player}{SCRIPT}</div>{player}{list}{SCRIPT}</div>"),
        &format!("{player}{made}{SCRIPT}</div>{player}{list}{SCRIPT}</div>"),
    );
    for script in [
        SCRIPT.replace("tracks", "others"),
        SCRIPT.replace("https:", "javascript:"),
        SCRIPT.replace('}', "]"),
        SCRIPT.replace("wp-playlist-script", "other"),
    ] {
        stays(&format!("{player}{script}</div>"));
    }
    stays(&format!("<div>{SCRIPT}<noscript>{list}</noscript></div>"));
}

#[test]
fn slideshows_show_their_pictures() {
    let alone = r#"<div id="gallery-1-1-slideshow" class="slideshow-window jetpack-slideshow slideshow-black" data-gallery=""#;
    let json = r#"[{"src":"https:\/\/e.example\/a.jpg?x=1\u0026y=2","id":"7","title":"A","alt":"A \u0026quot;gull\u0026quot;","caption":"Waiting \u0026#8211; still"},{"src":"\/b.jpg"},{"src":"javascript:1"}]"#;
    let escaped = json.replace('"', "&quot;");
    becomes(
        &format!(r#"{alone}{escaped}"></div>"#),
        &format!(
            r#"{}><figure><img src="https://e.example/a.jpg?x=1&amp;y=2" alt="A &quot;gull&quot;"><figcaption>Waiting – still</figcaption></figure><figure><img src="/b.jpg" alt=""></figure></div>"#,
            alone.trim_end_matches(r#" data-gallery=""#)
        ),
    );
    stays(&format!(r#"{alone}[1]"></div>"#));
    stays(&format!(r#"{alone}[]"></div>"#));
}

#[test]
fn what_a_script_would_fill_holds_a_link() {
    for (class, name) in [
        ("rll-youtube-player", "data-src"),
        ("perfmatters-lazy-youtube", "data-src"),
        ("perfmatters-lazy-video", "data-src"),
        ("epyt-facade", "data-facadesrc"),
        ("fb-post", "data-href"),
        ("fb-video", "data-href"),
    ] {
        let start = format!(r#"<div class="{class} x" {name}="https://v.example/1">"#);
        becomes(
            &format!("{start}<div><img src=x></div></div>"),
            &format!(
                r#"{start}<div><img src=x></div><a href="https://v.example/1">https://v.example/1</a></div>"#
            ),
        );
        stays(&format!("{start}<blockquote><a href=y>The post</a></blockquote></div>"));
        stays(&format!("{start}<iframe src=y></iframe></div>"));
    }
    let elementor = |settings: &str| {
        let settings = settings.replace('"', "&quot;");
        format!(
            r#"<div class="elementor-element elementor-widget-video" data-settings="{settings}">"#
        )
    };
    let film = r#"{"youtube_url":"https:\/\/www.youtube.com\/watch?v=a","vimeo_url":"https:\/\/vimeo.com\/1","video_type":"vimeo"}"#;
    becomes(
        &format!(r#"{}<div class="elementor-video"></div></div>"#, elementor(film)),
        &format!(
            r#"{}<div class="elementor-video"></div><a href="https://vimeo.com/1">https://vimeo.com/1</a></div>"#,
            elementor(film)
        ),
    );
    let film = r#"{"youtube_url":"https:\/\/www.youtube.com\/watch?v=a","video_type":"hosted"}"#;
    stays(&format!("{}</div>", elementor(film)));
}

#[test]
fn films_that_are_elements_of_their_own_hold_a_link_to_their_pages() {
    becomes(
        r#"<lite-youtube videoid="a-_1" playlabel="Play: The <tide>" style="color:red"></lite-youtube>"#,
        r#"<lite-youtube videoid="a-_1" playlabel="Play: The <tide>" style="color:red"><a href="https://www.youtube.com/watch?v=a-_1">Play: The &lt;tide&gt;</a></lite-youtube>"#,
    );
    becomes(
        "<LITE-vimeo videoid=7></LITE-vimeo>",
        r#"<LITE-vimeo videoid=7><a href="https://vimeo.com/7">https://vimeo.com/7</a></LITE-vimeo>"#,
    );
    becomes(
        r#"<presto-player src="/v.mp4" media-title="The tide"></presto-player>"#,
        r#"<presto-player src="/v.mp4" media-title="The tide"><a href="/v.mp4">The tide</a></presto-player>"#,
    );
    stays(r#"<lite-youtube videoid="a"><a href="https://youtu.be/a">The tide</a></lite-youtube>"#);
    stays("<lite-youtube></lite-youtube><lite-youtube videoid='a&b'></lite-youtube>");
}

#[test]
fn films_that_are_data_of_an_element_are_linked() {
    let json = r#"{"sources":[{"src":"https:\/\/e.example\/v.mp4","type":"video\/mp4"}]}"#;
    let json = json.replace('"', "&quot;");
    let link = r#"<a href="https://e.example/v.mp4">v.mp4</a>"#;
    for (start, end) in [
        (format!(r#"<div id="wpfp_1" data-item="{json}" class="flowplayer x">"#), "</div>"),
        (format!(r#"<video-js class="video-js" data-setup="{json}">"#), "</video-js>"),
    ] {
        becomes(&format!("{start}<img src=x>{end}"), &format!("{start}<img src=x>{link}{end}"));
    }
    becomes(
        r#"<div class="wistia_embed wistia_async_abc7 seo=false">&nbsp;</div>"#,
        r#"<div class="wistia_embed wistia_async_abc7 seo=false">&nbsp;<a href="https://fast.wistia.net/embed/iframe/abc7">https://fast.wistia.net/embed/iframe/abc7</a></div>"#,
    );
    stays(r#"<div class="flowplayer" data-item="{}"></div><div class="wistia_embed"></div>"#);
    stays(r#"<video class="video-js" data-setup="{}"></video>"#);
}

#[test]
fn the_link_that_a_script_hides_is_seen() {
    let film = |link: &str| {
        format!(r#"<div class="lyMe" id="WYL_a"><div id="lyte_a" class="pL"></div>{link}</div>"#)
    };
    let link = r#"<a href="https://youtu.be/a"><img src="/a.jpg"><br />Watch</a>"#;
    becomes(&film(&format!("<noscript>{link}</noscript>")), &film(link));
    stays(&film("<noscript><a href=x>a</a><iframe></noscript>"));
}

#[test]
fn galleries_of_empty_elements_hold_their_pictures() {
    becomes(
        r#"<a href="/a.jpg"><div class="e-gallery-image x" data-thumbnail="/a-300.jpg?x&#038;y" data-width="300" aria-label="A &quot;gull&quot;" role="img" ></div></a>"#,
        r#"<a href="/a.jpg"><div class="e-gallery-image x" data-width="300" aria-label="A &quot;gull&quot;" role="img"><img src="/a-300.jpg?x&amp;y" alt="A &quot;gull&quot;"></div></a>"#,
    );
    stays(r#"<div class="e-gallery-image" data-thumbnail="javascript:1"></div>"#);
    stays(
        r#"<div class="e-gallery-image"></div><div class="e-gallery" data-thumbnail="/a"></div>"#,
    );
}

#[test]
fn podlove_has_the_episode_in_its_script() {
    let root =
        r#"<div class="podlove-web-player intrinsic-ignore" id="player-1"><root></root></div>"#;
    let script = |cache: &str| {
        format!(
            "<script>if (1 < 2) {{ podlovePlayerCache.add({cache}); podlovePlayer('#p', 'x'); }}</script>"
        )
    };
    let cache = r#"[{"url":"x","data":{"title":"Fog & horn","audio":[{"url":"https:\/\/e.example\/a.opus","mimeType":"audio/opus"},{"url":"https:\/\/e.example\/a.mp3?b&c","mimeType":"audio/mpeg"}]}},{"url":"y","data":{"theme":{}}}]"#;
    becomes(
        &format!("{root}\n{}", script(cache)),
        &format!(
            r#"{root}{}<audio controls src="https://e.example/a.mp3?b&amp;c"><a href="https://e.example/a.mp3?b&amp;c">Fog &amp; horn</a></audio>{}"#,
            '\n',
            script(cache)
        ),
    );
    for cache in ["[]", "[{\"data\":{}}]", "[{", "", "[{\"data\":{\"audio\":[]}}]"] {
        stays(&format!("{root}{}", script(cache)));
    }
}
