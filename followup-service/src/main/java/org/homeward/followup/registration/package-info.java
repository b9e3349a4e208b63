/// A patient is registered, and what is known of them changes. In: registrations and changes, by an
/// actor. Out: a file with a plan and a team, and word of it. It does not know where they come
/// from.
@NullMarked
package org.homeward.followup.registration;

import org.jspecify.annotations.NullMarked;
