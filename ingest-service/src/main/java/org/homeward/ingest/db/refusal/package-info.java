/// The stored refusals: found by filters, sent again one by one or by a job.
@NullMarked
package org.homeward.ingest.db.refusal;

import org.jspecify.annotations.NullMarked;
