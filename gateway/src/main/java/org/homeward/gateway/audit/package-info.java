/// One event for every access, denials too, written before the answer leaves. It knows route
/// templates and ids, no names.
@NullMarked
package org.homeward.gateway.audit;

import org.jspecify.annotations.NullMarked;
