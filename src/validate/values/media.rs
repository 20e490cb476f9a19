//! Values of Media RSS.

use super::{Context, Fault, judges_to_come};

judges_to_come!(npt_time hash_md5 hash_sha1 hash_algorithm rating_simple rating_mpaa rating_v_chip rating_icra);
