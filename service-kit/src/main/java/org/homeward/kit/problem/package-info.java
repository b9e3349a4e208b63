/// Errors as problem details (RFC 9457): one exception that carries one, the mapping of everything
/// a request can run into, and what is refused before a resource is found. No clinical value, name,
/// class name or SQL leaves by this way.
@NullMarked
package org.homeward.kit.problem;

import org.jspecify.annotations.NullMarked;
