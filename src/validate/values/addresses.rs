//! Addresses: URIs, IRIs and what RSS and Atom ask of them.

use super::{Context, Fault, judges_to_come};

judges_to_come!(reference full iri full_iri canonical_iri http permalink guid src_attribute link_relation flare image_format);
