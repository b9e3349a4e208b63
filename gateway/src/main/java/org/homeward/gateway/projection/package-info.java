/// What every consumer of the gateway shares: reading a record, the dead letters, and one
/// transaction for a batch and its position. It knows no table of any feature.
@NullMarked
package org.homeward.gateway.projection;

import org.jspecify.annotations.NullMarked;
