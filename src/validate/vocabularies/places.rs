//! Places: the W3C's geo, GeoRSS in its simple form and with GML, and their ancestors.

use super::anywhere::ANY_TEXT;
use crate::validate::grammar::{Attribute, Child, Element, Group, Required, Space, list};
use crate::validate::rules::structure::MISSING_ELEMENT;
use crate::validate::values::numbers;

static LATITUDE: Element = Element::text(&[numbers::latitude]);
static LONGITUDE: Element = Element::text(&[numbers::longitude]);
static DECIMAL: Element = Element::text(&[numbers::decimal]);
static FLOOR: Element = Element::text(&[numbers::integer]);
static RADIUS: Element = Element::text(&[numbers::float]);
static POSITION: Element = Element::text(&[numbers::position]);
static POSITIONS: Element = Element::text(&[numbers::positions]);

/// W3C's basic geo.
pub(crate) const GEO: &[Child] = &[
    Child::any("Point", &GEO_POINT),
    Child::any("lat", &LATITUDE),
    Child::any("long", &LONGITUDE),
    Child::any("alt", &DECIMAL),
];

static GEO_POINT: Element = Element::of(&[list![Group::new(
    Space::GEO,
    list![Child::any("lat", &LATITUDE), Child::any("long", &LONGITUDE)],
)]])
.requires(list![
    Required::new(Space::GEO, "lat", &MISSING_ELEMENT),
    Required::new(Space::GEO, "long", &MISSING_ELEMENT),
]);

/// Those of geourl and ICBM.
pub(crate) const LATITUDE_LONGITUDE: &[Child] =
    &[Child::any("latitude", &LATITUDE), Child::any("longitude", &LONGITUDE)];

/// GeoRSS.
pub(crate) const GEORSS: &[Child] = &[
    Child::any("where", &WHERE),
    Child::any("point", &POSITION),
    Child::any("line", &POSITIONS),
    Child::any("polygon", &POSITIONS),
    Child::any("featureTypeTag", &ANY_TEXT),
    Child::any("relationshipTag", &ANY_TEXT),
    Child::any("featureName", &ANY_TEXT),
    Child::any("elev", &DECIMAL),
    Child::any("floor", &FLOOR),
    Child::any("radius", &RADIUS),
];

const SYSTEM: &[Attribute] = &[Attribute::new("srsName", &[])];

static WHERE: Element = Element::of(&[list![Group::new(
    Space::GML,
    list![
        Child::any("Point", &POINT),
        Child::any("LineString", &LINE),
        Child::any("Polygon", &POLYGON),
        Child::any("Envelope", &ENVELOPE),
    ],
)]]);

static POINT: Element =
    Element::of(&[list![Group::new(Space::GML, list![Child::any("pos", &POSITION)])]])
        .attributes(SYSTEM);
static LINE: Element =
    Element::of(&[list![Group::new(Space::GML, list![Child::any("posList", &POSITIONS)])]])
        .attributes(SYSTEM);
static POLYGON: Element =
    Element::of(&[list![Group::new(Space::GML, list![Child::any("exterior", &EXTERIOR)])]])
        .attributes(SYSTEM);
static EXTERIOR: Element =
    Element::of(&[list![Group::new(Space::GML, list![Child::any("LinearRing", &LINE)])]]);
static ENVELOPE: Element = Element::of(&[list![Group::new(
    Space::GML,
    list![Child::any("lowerCorner", &POSITION), Child::any("upperCorner", &POSITION)],
)]])
.attributes(SYSTEM);
