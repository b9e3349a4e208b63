package org.homeward.ingest.mqtt;

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
import org.jspecify.annotations.Nullable;

/// Puts handlers of ours into each MQTT connection's pipeline, for which Vert.x has no other place.
final class Pipelines {
    private Pipelines() {}

    /// The same Vert.x, whose servers have them.
    static Vertx in(Vertx vertx, IngestConfig.Edge config) {
        return around(
                VertxInternal.class,
                (_, method, arguments) -> {
                    Object answer = call(vertx, method, arguments);
                    return answer instanceof NetServer server ? in(server, config) : answer;
                });
    }

    private static NetServer in(NetServer server, IngestConfig.Edge config) {
        return around(
                NetServer.class,
                (_, method, arguments) -> {
                    boolean opens =
                            method.getName().equals("connectHandler")
                                    && method.getParameterCount() == 1;
                    return call(server, method, opens ? opening(arguments[0], config) : arguments);
                });
    }

    @SuppressWarnings("unchecked")
    private static Object[] opening(Object handler, IngestConfig.Edge config) {
        Handler<NetSocket> open = (Handler<NetSocket>) handler;
        Handler<NetSocket> both =
                socket -> {
                    open.handle(socket);
                    ChannelPipeline pipeline =
                            ((NetSocketInternal) socket).channelHandlerContext().pipeline();
                    pipeline.addBefore("handler", "greetings", new Greetings(config.keepAlive()));
                    pipeline.addBefore("handler", "unread", new Unread(config.readWithin()));
                };
        return new Object[] {both};
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
