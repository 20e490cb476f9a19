//! Dates: RFC 822 and 2822, RFC 3339, W3CDTF, ISO 8601.

use super::{Context, Fault, judges_to_come};

judges_to_come!(rfc_822 rfc_3339 w3c_dtf iso_8601 iso_8601_unbounded iso_8601_date);
