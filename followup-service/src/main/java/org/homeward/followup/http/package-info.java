/// The internal HTTP interface, for the gateway alone: requests come in as JSON and are read field
/// by field, answers and problems leave. What may be done is decided by role here and by
/// relationship in the gateway; what it means is decided by the use cases.
@NullMarked
package org.homeward.followup.http;

import org.jspecify.annotations.NullMarked;
