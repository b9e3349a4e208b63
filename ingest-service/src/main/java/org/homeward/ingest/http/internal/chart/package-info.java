/// The routes about stored readings, for the gateway.
@NullMarked
package org.homeward.ingest.http.internal.chart;

import org.jspecify.annotations.NullMarked;
