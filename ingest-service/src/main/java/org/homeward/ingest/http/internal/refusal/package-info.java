/// Stored refusals for the gateway: looked for, and sent through their door again.
@NullMarked
package org.homeward.ingest.http.internal.refusal;

import org.jspecify.annotations.NullMarked;
