/// Who is followed: identity, standing, and whether there is anything to watch. Identity passes
/// through here in clear and must never reach a log, a topic or an exception; its types print
/// themselves without it.
@NullMarked
package org.homeward.followup.patient;

import org.jspecify.annotations.NullMarked;
