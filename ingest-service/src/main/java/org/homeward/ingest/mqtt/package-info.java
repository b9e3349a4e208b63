/// MQTT 3.1.1 and 5 for devices: our own topic with QoS 1, and the topics of ThingsBoard's and
/// Hono's devices as their firmware is. Out: a PUBACK that is the same promise as a 202. It is not
/// a broker: nothing can be subscribed to. One session costs a few KB; the device's token is
/// checked once a session.
@NullMarked
package org.homeward.ingest.mqtt;

import org.jspecify.annotations.NullMarked;
