/// What every request passes: authentication, rate limits, headers, conditional requests, the
/// dashboard's files. It knows no feature.
@NullMarked
package org.homeward.gateway.edge;

import org.jspecify.annotations.NullMarked;
