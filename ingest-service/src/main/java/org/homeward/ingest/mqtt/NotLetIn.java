package org.homeward.ingest.mqtt;

import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_CONNECTION_RATE_EXCEEDED;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE_5;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.vertx.mqtt.MqttEndpoint;

/// Why a greeting is turned away, in the words of either version.
enum NotLetIn {
    CREDENTIALS(
            CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD,
            CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD),
    ANOTHER_DEVICE(CONNECTION_REFUSED_NOT_AUTHORIZED_5, CONNECTION_REFUSED_NOT_AUTHORIZED),
    TOO_MANY(CONNECTION_REFUSED_CONNECTION_RATE_EXCEEDED, CONNECTION_REFUSED_SERVER_UNAVAILABLE),
    UNAVAILABLE(CONNECTION_REFUSED_SERVER_UNAVAILABLE_5, CONNECTION_REFUSED_SERVER_UNAVAILABLE);

    private final MqttConnectReturnCode five;
    private final MqttConnectReturnCode three;

    NotLetIn(MqttConnectReturnCode five, MqttConnectReturnCode three) {
        this.five = five;
        this.three = three;
    }

    void tell(MqttEndpoint endpoint) {
        endpoint.reject(endpoint.protocolVersion() == Session.FIVE ? five : three);
    }
}
