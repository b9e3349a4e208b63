package org.homeward.ingest.mqtt.pipeline;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A client that leaves unread what it is told is heard no more until it has read, and cut off if
/// that takes too long: its answers are not kept for it.
final class Unread extends ChannelInboundHandlerAdapter {
    private final Duration within;
    private @Nullable ScheduledFuture<?> end;

    Unread(Duration within) {
        this.within = within;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) throws Exception {
        boolean reads = ctx.channel().isWritable();
        ctx.channel().config().setAutoRead(reads);
        rest();
        if (!reads) {
            Runnable cut =
                    () -> {
                        var _ = ctx.close();
                    };
            end = ctx.executor().schedule(cut, within.toMillis(), TimeUnit.MILLISECONDS);
        }
        super.channelWritabilityChanged(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        rest();
        super.channelInactive(ctx);
    }

    private void rest() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }
}
