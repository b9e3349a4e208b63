/// MQTT 3.1.1 and 5 for devices: QoS 1 to one topic. In: the same JSON as over HTTP. Out: a PUBACK
/// that is the same promise as a 202. It is not a broker: nothing can be subscribed to. One session
/// costs a few KB; the device's token is checked once a session.
@NullMarked
package org.homeward.ingest.mqtt;

import org.jspecify.annotations.NullMarked;
