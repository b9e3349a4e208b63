package org.homeward.simulator.device;

import java.net.http.HttpClient;
import java.util.Locale;
import org.homeward.simulator.platform.DeviceBook;
import org.homeward.simulator.platform.Place;

/// How a device talks to the edge.
public enum Protocol {
    HTTP,
    MQTT,
    MQTT5;

    public static Protocol named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /// A link of this protocol for a registered device.
    public DeviceLink link(HttpClient client, Place place, DeviceBook.Entry device) {
        MqttLink.Address address =
                new MqttLink.Address(
                        place.mqttHost(), place.mqttPort(), device.deviceId(), device.token());
        return switch (this) {
            case HTTP -> new HttpLink(client, place.ingest(), device.token());
            case MQTT -> MqttLink.v3(address);
            case MQTT5 -> MqttLink.v5(address);
        };
    }
}
