package org.homeward.ingest.mqtt.pipeline;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.network.Networks;
import org.jspecify.annotations.Nullable;

/// Puts handlers of ours into each MQTT connection's pipeline, for which Vert.x has no other place.
public final class Pipelines {
    private final IngestConfig.Edge config;
    private final Networks networks;
    private final Sockets sockets;

    public Pipelines(IngestConfig config, Networks networks, Sockets sockets) {
        this.config = config.edge();
        this.networks = networks;
        this.sockets = sockets;
    }

    /// The same Vert.x, whose servers have them.
    public Vertx in(Vertx vertx) {
        return around(
                VertxInternal.class,
                (_, method, arguments) -> {
                    Object answer = call(vertx, method, arguments);
                    return answer instanceof NetServer server ? in(server) : answer;
                });
    }

    private NetServer in(NetServer server) {
        return around(
                NetServer.class,
                (_, method, arguments) -> {
                    boolean opens =
                            method.getName().equals("connectHandler")
                                    && method.getParameterCount() == 1;
                    return call(server, method, opens ? opening(arguments[0]) : arguments);
                });
    }

    @SuppressWarnings("unchecked")
    private Object[] opening(Object handler) {
        Handler<NetSocket> open = (Handler<NetSocket>) handler;
        Handler<NetSocket> bounded =
                socket -> {
                    String network = networks.of(socket.remoteAddress());
                    if (sockets.enter(network)) {
                        Channel channel = channel(socket);
                        var _ = channel.closeFuture().addListener(_ -> sockets.leave(network));
                        open.handle(socket);
                        fill(channel.pipeline());
                    } else {
                        socket.close();
                    }
                };
        return new Object[] {bounded};
    }

    private static Channel channel(NetSocket socket) {
        return ((NetSocketInternal) socket).channelHandlerContext().channel();
    }

    private void fill(ChannelPipeline pipeline) {
        pipeline.addBefore("mqttDecoder", "strangers", new Strangers());
        pipeline.addBefore("handler", "greetings", new Greetings(config.keepAlive()));
        pipeline.addBefore("handler", "unread", new Unread(config.readWithin()));
    }

    private static <T> T around(Class<T> type, InvocationHandler calls) {
        return type.cast(
                Proxy.newProxyInstance(
                        Pipelines.class.getClassLoader(), new Class<?>[] {type}, calls));
    }

    private static @Nullable Object call(
            Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
