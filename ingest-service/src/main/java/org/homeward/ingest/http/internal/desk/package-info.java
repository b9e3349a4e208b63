/// The device desk for the gateway: its queue, and how the devices are.
@NullMarked
package org.homeward.ingest.http.internal.desk;

import org.jspecify.annotations.NullMarked;
