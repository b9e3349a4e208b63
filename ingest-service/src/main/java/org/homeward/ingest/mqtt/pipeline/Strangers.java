package org.homeward.ingest.mqtt.pipeline;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;

/// Hears a client that has not been let in only as far as a greeting is long. Without it everybody
/// who can open a connection could fill as much memory with each as a device with its largest body.
final class Strangers extends ChannelDuplexHandler {
    private static final int MOST_BYTES = 16 * 1024;

    private int heard;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        if (message instanceof ByteBuf bytes) {
            heard += bytes.readableBytes();
            if (heard > MOST_BYTES) {
                bytes.release();
                var _ = ctx.close();
                return;
            }
        }
        super.channelRead(ctx, message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
            throws Exception {
        super.write(ctx, message, promise);
        if (message instanceof MqttConnAckMessage answer
                && answer.variableHeader().connectReturnCode()
                        == MqttConnectReturnCode.CONNECTION_ACCEPTED) {
            ctx.pipeline().remove(this);
        }
    }
}
