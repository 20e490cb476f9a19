//! HTML and what a person reads of it.

use super::{line, prose, whole};

#[track_caller]
fn reads(html: &str, text: &str) {
    assert_eq!(whole(html, Some("https://e.org/post/")), text, "{html}");
}

#[track_caller]
fn lines(html: &str, text: &str) {
    assert_eq!(line(html), text, "{html}");
}

#[test]
fn white_space_is_folded_where_html_folds_it() {
    reads(" a \t\n\u{C}\r b ", "a b");
    reads("a\u{A0} \u{A0}b\u{3000}\u{3000}c\u{2003}d", "a\u{A0} \u{A0}b\u{3000}\u{3000}c\u{2003}d");
    reads("a <b> b </b> c", "a b c");
    reads("x<b>y</b>z<wbr>w", "xyzw");
    lines(" one\n two  three ", "one two three");
    lines("one two", "one two");
    lines("a\0b", "ab");
}

#[test]
fn references_are_decoded_once() {
    reads(
        "&lt;b&gt; &amp;amp; &copy &nosuch; &#150; &#x1F600; &#0;",
        "<b> &amp; © &nosuch; – 😀 \u{FFFD}",
    );
    lines("5 &lt; 6 &amp;&amp; 7 &#62; 3", "5 < 6 && 7 > 3");
    lines("<b>&eacute;</b>&nbsp;", "é\u{A0}");
}

#[test]
fn paragraphs_are_parted_by_blank_lines() {
    reads("<h2>Tea</h2>\n<p>One<br />two</p>\n\n<p>three", "Tea\n\nOne\ntwo\n\nthree");
    reads("<div>a<div>b</div></div>c", "a\nb\nc");
    reads("a<br><br><br><br>b<br></p>c", "a\n\nb\n\nc");
    reads("a</p>b</br>c", "a\n\nb\nc");
    reads("<p>a</p><hr><hr><p>b</p><hr>", "a\n\n* * *\n\nb");
    lines("<p>One<br>two</p><hr><ul><li>a<li>b</ul>", "One two a b");
}

#[test]
fn what_nobody_sees_is_left_out() {
    reads("a<!-- b --><script>if (a < b) '</p>'</script><style>p{}</style><?php c ?>d", "ad");
    reads(
        "<title>a &amp; b</title>c<template>d<p>e</template>f<noscript><i>g</i></noscript>",
        "cfg",
    );
    reads(
        "a<p hidden>b<p>c<div style='color:red;DISPLAY : none!important'>d<div>e</div>f</div>g",
        "a\n\nc\n\ng",
    );
    reads("a<span hidden>b<span>c</span>d</span>e<br hidden>f", "aef");
    reads("<dialog>a</dialog><dialog open>b</dialog><datalist><option>c</datalist>", "b");
    reads("a<iframe src=x>b</iframe>", "a\nx");
    lines("x<script>alert(1)</script><STYLE>p{}</STYLE>y<iframe src=x>b</iframe>", "xy");
}

#[test]
fn lists_have_marks() {
    reads(
        "a<ul><li>b</li><li>c<ol><li>d<li>e</ol></li></ul>f",
        "a\n\n- b\n- c\n  1. d\n  2. e\n\nf",
    );
    reads("<ol start=3><li>a<li value=7>b<li>c</ol>", "3. a\n7. b\n8. c");
    reads("<ol reversed><li>a<li>b<ol reversed><li>c</ol><li>d</ol>", "3. a\n2. b\n   1. c\n1. d");
    reads("<ol reversed start=10 type=A><li>a<li>b</ol>", "J. a\nI. b");
    reads("<ul><li><p>a</p><p>b</p></li><li></li><li>c</li></ul>", "- a\n\n  b\n\n- c");
    reads("<ul><li>a</li><ul><li>b</li></ul><li>c</ul>", "- a\n  - b\n- c");
    reads("<dl><dt>a<dd>b<dd>c<dt>d</dl>", "a\n  b\n  c\nd");
    reads("<li>a", "- a");
}

#[test]
fn links_have_addresses() {
    reads("<a href='https://e.org/b'>a</a>.", "a (https://e.org/b).");
    reads(
        "<a href='https://e.org/'>e.org</a> <a href='mailto:ada@e.org'>ada@e.org</a>",
        "e.org ada@e.org",
    );
    reads("<a href='#b'>a</a> <a href='https://e.org/post/#b'>b</a> <a>c</a>", "a b c");
    reads("<a href='https://e.org/b'><img src=x></a><a href='javascript:x()'>c</a>", "c");
    reads("<a href='https://e.org/b'><h2>a</h2></a>c", "a (https://e.org/b)\n\nc");
    reads("<a href='https://e.org/b'>a<p>b</a>c</p>d", "a\n\nb (https://e.org/b) c\n\nd");
    reads(
        "<a href='https://e.org/b'>a <a href='https://e.org/c'>b </a>c",
        "a (https://e.org/b) b (https://e.org/c) c",
    );
    lines("<a href='https://e.org/b'>a</a>.", "a.");
}

#[test]
fn pictures_and_players_are_told() {
    reads("<p>a <img alt='b &amp; c' src=x> d", "a b & c d");
    reads("<img alt='a'><noscript><img alt='a'></noscript>", "a");
    reads("<img alt='🙂' class='wp-smiley'><img alt='🙂' class='wp-smiley'>", "🙂🙂");
    reads("<figure><img alt='a'><figcaption>b</figcaption></figure>c", "a\nb\n\nc");
    reads("<audio src='https://e.org/a.mp3'></audio>", "https://e.org/a.mp3");
    reads(
        "<video><source src='https://e.org/a.mp4'><a href='https://e.org/a.mp4'>a</a></video>",
        "a (https://e.org/a.mp4)",
    );
    reads(
        "<iframe title='A film' src='https://e.org/embed'></iframe>b",
        "A film (https://e.org/embed)\nb",
    );
    lines("a <img alt='a photo'><img class='emoji' alt='🦀'>", "a 🦀");
}

#[test]
fn quotations_and_code_keep_their_form() {
    reads("<blockquote><p>a</p><p>b<br>c</p></blockquote>d", "> a\n>\n> b\n> c\n\nd");
    reads("<blockquote><ul><li>a<blockquote>b</blockquote></ul></blockquote>", "> - a\n>\n>   > b");
    reads("<q>a <q>b</q></q>", "“a ‘b’”");
    reads("<pre>\n  a\n\n\n\tb &lt;\n</pre>c", "  a\n\n\n\tb <\n\nc");
    reads("<ul><li><pre>a\nb</pre></ul>", "- a\n  b");
    lines("<pre>a\n\n  b</pre>", "a b");
}

#[test]
fn cells_stand_apart() {
    reads(
        "<table><caption>T</caption><thead><tr><th>a<th>b</thead><tbody><tr><td><p>c</p></td><td></td><td>d</td></tr>\
         <tr><td></td><td>e<br>f</table>g",
        "T\na\tb\nc\t\td\n\te\nf\n\ng",
    );
    reads("<td>a</td><td>b</td>", "a\nb");
    lines("<table><tr><td>a<td>b<tr><td>c</table>", "a b c");
}

#[test]
fn letters_beside_and_above_the_line() {
    reads("10<sup>6</sup> H<sub>2</sub>O x<sup>n+1</sup> 1<sup>st</sup>", "10⁶ H₂O xⁿ⁺¹ 1st");
    reads("<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>", "漢(かん)字(じ)");
    reads("<ruby>漢<rp>（</rp><rt>かん</rt><rp>）</rp></ruby>", "漢（かん）");
}

#[test]
fn drawings_and_formulas_are_read_as_far_as_they_are_text() {
    reads(
        "a<svg><title>b</title><style>c</style><text>d</text><![CDATA[<e>]]></svg>f<![CDATA[g]]>",
        "a\nd<e>f",
    );
    reads("<svg><style><p>a<style>b</style>", "a");
    reads("<svg><path/><g/></svg>a<svg/>b", "ab");
    reads("<math><mi>x</mi><annotation>y</annotation></math>z", "xz");
}

#[test]
fn broken_markup_is_read_as_browsers_read_it() {
    reads("I <3 you, 5 < 6 <", "I <3 you, 5 < 6 <");
    reads("a<b title='x>y'>b<i>c</b>d</i></span></u>e", "abcde");
    reads("a <b c", "a");
    reads("a<textarea><p>b</textarea>c<xmp><i>d</xmp>e", "a\n\n<p>b\n\nc\n\n<i>d\n\ne");
    reads("a<plaintext>b</plaintext><p>", "a\n\nb</plaintext><p>");
    reads("<select><option>a<option>b</select>", "a\nb");
}

#[test]
fn excerpts_are_made_of_prose() {
    let html = "<figure class=\"wp-block-image\"><img><figcaption>a</figcaption></figure><p>b</p>\
        <pre class='wp-block-code'>c</pre><figure class='wp-block-table'><table><td>d</table></figure>";
    assert_eq!(prose(html), "b d");
    assert_eq!(line(html), "a b c d");
}
