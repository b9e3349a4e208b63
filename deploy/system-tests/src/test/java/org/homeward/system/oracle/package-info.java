/// Which alerts must arise, computed a second time in the plainest way from the evaluator's
/// contract (alert-service/docs/alert-semantics.md). It knows nothing of alert-service's code, and
/// covers what the conservation test sends: live, valid, ordered readings that nobody acknowledges.
@NullMarked
package org.homeward.system.oracle;

import org.jspecify.annotations.NullMarked;
