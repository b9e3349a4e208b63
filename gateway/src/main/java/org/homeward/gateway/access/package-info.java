/// The one access decision: the table of who may do what, the projection of who is related to whom,
/// and the filter every resource method passes. A caller and a permission come in, a decision
/// leaves; it knows no clinical data.
@NullMarked
package org.homeward.gateway.access;

import org.jspecify.annotations.NullMarked;
