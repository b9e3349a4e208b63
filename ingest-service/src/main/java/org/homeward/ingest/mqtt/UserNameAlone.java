package org.homeward.ingest.mqtt;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
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
import org.jspecify.annotations.Nullable;

/// A greeting with a user name and no password, as MQTT allows it and ThingsBoard's devices send
/// it. Vert.x shows its server no credentials then; here it is given the empty password that the
/// name came without, before Vert.x sees it.
final class UserNameAlone extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        if (message instanceof MqttConnectMessage greeting
                && greeting.decoderResult().isSuccess()) {
            ctx.pipeline().remove(this);
            super.channelRead(ctx, isAlone(greeting) ? completed(greeting) : greeting);
        } else {
            super.channelRead(ctx, message);
        }
    }

    private static boolean isAlone(MqttConnectMessage greeting) {
        return greeting.variableHeader().hasUserName() && !greeting.variableHeader().hasPassword();
    }

    private static MqttConnectMessage completed(MqttConnectMessage greeting) {
        MqttConnectVariableHeader head = greeting.variableHeader();
        MqttConnectPayload said = greeting.payload();
        return new MqttConnectMessage(
                greeting.fixedHeader(),
                new MqttConnectVariableHeader(
                        head.name(),
                        head.version(),
                        true,
                        true,
                        head.isWillRetain(),
                        head.willQos(),
                        head.isWillFlag(),
                        head.isCleanSession(),
                        head.keepAliveTimeSeconds(),
                        head.properties()),
                new MqttConnectPayload(
                        said.clientIdentifier(),
                        said.willProperties(),
                        said.willTopic(),
                        said.willMessageInBytes(),
                        said.userName(),
                        new byte[0]));
    }

    /// The same Vert.x, whose servers have this handler in each connection's pipeline. Vert.x
    /// offers no other place for it.
    static Vertx in(Vertx vertx) {
        return around(
                VertxInternal.class,
                (_, method, arguments) -> {
                    Object answer = call(vertx, method, arguments);
                    return answer instanceof NetServer server ? in(server) : answer;
                });
    }

    private static NetServer in(NetServer server) {
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
    private static Object[] opening(Object handler) {
        Handler<NetSocket> open = (Handler<NetSocket>) handler;
        Handler<NetSocket> both =
                socket -> {
                    open.handle(socket);
                    ((NetSocketInternal) socket)
                            .channelHandlerContext()
                            .pipeline()
                            .addBefore("handler", "userNameAlone", new UserNameAlone());
                };
        return new Object[] {both};
    }

    private static <T> T around(Class<T> type, InvocationHandler calls) {
        return type.cast(
                Proxy.newProxyInstance(
                        UserNameAlone.class.getClassLoader(), new Class<?>[] {type}, calls));
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
