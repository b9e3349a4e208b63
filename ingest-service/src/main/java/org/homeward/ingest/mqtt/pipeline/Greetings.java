package org.homeward.ingest.mqtt.pipeline;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Completes a greeting before Vert.x sees it. Of one with a user name and no password, as MQTT
/// allows it and ThingsBoard's devices send it, Vert.x shows its server no credentials: it gets the
/// empty password that the name came without. And one that asks for no keep-alive gets one, since a
/// client that is gone would else be waited for for ever.
final class Greetings extends ChannelInboundHandlerAdapter {
    private final int longest;

    Greetings(Duration keepAlive) {
        this.longest = (int) Math.min(keepAlive.toSeconds(), 0xFFFF);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        if (message instanceof MqttConnectMessage greeting
                && greeting.decoderResult().isSuccess()) {
            ctx.pipeline().remove(this);
            super.channelRead(ctx, completed(greeting));
        } else {
            super.channelRead(ctx, message);
        }
    }

    private MqttConnectMessage completed(MqttConnectMessage greeting) {
        MqttConnectVariableHeader head = greeting.variableHeader();
        boolean alone = head.hasUserName() && !head.hasPassword();
        return new MqttConnectMessage(
                greeting.fixedHeader(),
                new MqttConnectVariableHeader(
                        head.name(),
                        head.version(),
                        head.hasUserName(),
                        alone || head.hasPassword(),
                        head.isWillRetain(),
                        head.willQos(),
                        head.isWillFlag(),
                        head.isCleanSession(),
                        keepAlive(head),
                        head.properties()),
                alone ? withPassword(greeting.payload()) : greeting.payload());
    }

    /// A client of version 5 is told which one holds; an older one keeps its own.
    private int keepAlive(MqttConnectVariableHeader head) {
        int said = head.keepAliveTimeSeconds();
        boolean five = head.version() == MqttVersion.MQTT_5.protocolLevel();
        return said == 0 || (five && said > longest) ? longest : said;
    }

    private static MqttConnectPayload withPassword(MqttConnectPayload said) {
        byte @Nullable [] will = said.willMessageInBytes();
        return new MqttConnectPayload(
                said.clientIdentifier(),
                said.willProperties(),
                said.willTopic(),
                will,
                said.userName(),
                new byte[0]);
    }
}
