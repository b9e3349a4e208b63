/// Assignments corrected afterwards, for the gateway.
@NullMarked
package org.homeward.ingest.http.internal.assignment;

import org.jspecify.annotations.NullMarked;
