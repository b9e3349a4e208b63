@NullMarked
package org.homeward.ingest.mqtt.pipeline;

import org.jspecify.annotations.NullMarked;
