/// Who is asking: the actor that the gateway names in a header, believed only when the token is the
/// gateway's own. What leaves is a role on the request's identity and the author of commands.
@NullMarked
package org.homeward.kit.caller;

import org.jspecify.annotations.NullMarked;
