/// What stands between a socket and MQTT: how many connections a network address may have, how much
/// a client may say before it is let in, what it must read. Knows nothing of devices.
@NullMarked
package org.homeward.ingest.mqtt.pipeline;

import org.jspecify.annotations.NullMarked;
