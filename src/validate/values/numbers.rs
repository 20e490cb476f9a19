//! Numbers.

use super::{Context, Fault, judges_to_come};

judges_to_come!(non_negative positive positive_31 integer float decimal percentage latitude longitude image_width image_height hour port length comma_separated alphanumeric position positions);
