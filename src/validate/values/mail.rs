//! Mail addresses.

use super::{Context, Fault, judges_to_come};

judges_to_come!(addr_spec contact contact_with_name no_address);
