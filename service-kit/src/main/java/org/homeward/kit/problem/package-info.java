/// Errors as problem details (RFC 9457): one exception that carries one, and the mapping of
/// everything a request can run into. No clinical value, name, class name or SQL leaves by this
/// way.
@NullMarked
package org.homeward.kit.problem;

import org.jspecify.annotations.NullMarked;
