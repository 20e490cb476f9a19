//! Values of which there are only a few.

use super::{Context, Fault, judges_to_come};

judges_to_come!(yes_no true_false true_false_strict yes_no_clean is_permalink update_period day channel_type episode_type text_type countries currency robots restriction restriction_relation restriction_type medium expression credit_role);
