/// What a device may prove itself with, tried without any store.
@NullMarked
package org.homeward.ingest.device;

import org.jspecify.annotations.NullMarked;
