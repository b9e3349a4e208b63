package org.homeward.ingest.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;
import org.homeward.ingest.Given;

/// A connection as bytes, for what no decent client sends and to see each answer as it is.
public final class MqttSocket implements AutoCloseable {
    public static final int CONNACK = 0x20;
    public static final int PUBACK = 0x40;
    public static final int DISCONNECT = 0xE0;
    public static final int CLOSED = -1;
    private static final String TOPIC = "telemetry/v1/readings";
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int RECEIVE_BYTES = 16 * 1024;
    private static final int DRIP_MILLIS = 1_500;

    private final Socket socket;
    private final DataInputStream in;
    private final int version;

    /// An answer; its type is [#CLOSED] at the end of the connection.
    ///
    /// @param reason the reason code, 0 where there is none
    public record Answer(int type, int reason) {}

    private MqttSocket(int version, int port) throws IOException {
        this.version = version;
        this.socket = new Socket();
        // Small, so that what a test leaves unread is soon too much.
        this.socket.setReceiveBufferSize(RECEIVE_BYTES);
        this.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.socket.setSoTimeout(PATIENCE_MILLIS);
        this.in = new DataInputStream(socket.getInputStream());
    }

    /// Opens a connection and sends the greeting; its answer is still to be read.
    ///
    /// @param version 4 for MQTT 3.1.1, 5 for MQTT 5
    public static MqttSocket greet(int version, String name, String token) throws IOException {
        return greet(version, "client-1", name, token);
    }

    private static MqttSocket greet(int version, String id, String name, String token)
            throws IOException {
        MqttSocket client = open(version);
        client.greet(id, name, token, 60);
        return client;
    }

    /// A connection on which nothing was said yet.
    public static MqttSocket open(int version) throws IOException {
        return new MqttSocket(
                version,
                ConfigProvider.getConfig().getValue("homeward.ingest.mqtt-port", Integer.class));
    }

    /// Greets.
    ///
    /// @param keepAlive seconds
    public void greet(String id, String name, String token, int keepAlive) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream body = new DataOutputStream(bytes);
        body.writeUTF("MQTT");
        body.write(new byte[] {(byte) version, (byte) 0xC2});
        body.writeShort(keepAlive);
        noProperties(body);
        body.writeUTF(id);
        body.writeUTF(name);
        body.writeUTF(token);
        send(0x10, bytes.size(), bytes.toByteArray());
    }

    /// A connection of this device that was let in.
    public static MqttSocket connect(int version, Given.Worn device) throws IOException {
        return connect(version, "client-1", device);
    }

    /// The same, where a device has several connections.
    public static MqttSocket connect(int version, String id, Given.Worn device) throws IOException {
        return greet(version, id, device.device().toString(), device.token()).letIn();
    }

    /// The same of version 5 to another port.
    static MqttSocket connectTo(int port, Given.Worn device) throws IOException {
        MqttSocket client = new MqttSocket(5, port);
        client.greet("client-1", device.device().toString(), device.token(), 60);
        return client.letIn();
    }

    /// Waits for its greeting's answer.
    public MqttSocket letIn() throws IOException {
        Answer answer = answer();
        if (answer.type() != CONNACK || answer.reason() != 0) {
            throw new IOException("not let in: " + answer);
        }
        return this;
    }

    private void noProperties(DataOutputStream body) throws IOException {
        if (version == 5) {
            body.write(0);
        }
    }

    /// Publishes to our topic.
    public void publish(int qos, String text) throws IOException {
        publish(qos, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Publishes bytes to our topic.
    public void publish(int qos, byte[] payload) throws IOException {
        publish(TOPIC, qos, payload);
    }

    /// Publishes to a topic.
    public void publish(String topic, int qos, byte[] payload) throws IOException {
        int head = 2 + topic.length() + (qos > 0 ? 2 : 0) + (version == 5 ? 1 : 0);
        publish(topic, qos, payload, head + payload.length);
    }

    /// Publishes and says that the packet is so long, however long it is.
    public void publish(int qos, byte[] payload, int length) throws IOException {
        publish(TOPIC, qos, payload, length);
    }

    private void publish(String topic, int qos, byte[] payload, int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream body = new DataOutputStream(bytes);
        body.writeUTF(topic);
        if (qos > 0) {
            body.writeShort(7);
        }
        noProperties(body);
        body.write(payload);
        send(0x30 | qos << 1, length, bytes.toByteArray());
    }

    /// Sends one packet.
    public void send(int type, int length, byte[] body) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(type);
        int rest = length;
        do {
            packet.write(rest > 127 ? rest % 128 | 0x80 : rest);
            rest /= 128;
        } while (rest > 0);
        packet.write(body);
        socket.getOutputStream().write(packet.toByteArray());
    }

    /// Sends an empty packet a thousand times over; false if the other end has closed.
    boolean tryToSend(int type) throws IOException {
        byte[] packets = new byte[2000];
        for (int i = 0; i < packets.length; i += 2) {
            packets[i] = (byte) type;
        }
        try {
            socket.getOutputStream().write(packets);
            return true;
        } catch (SocketException e) {
            return false;
        }
    }

    /// Sends bytes one by one, as slowly as a connection is looked at, until they are sent or it is
    /// closed.
    void drip(byte[] bytes) throws IOException {
        socket.setSoTimeout(DRIP_MILLIS);
        for (byte one : bytes) {
            socket.getOutputStream().write(one);
            if (isClosedNow()) {
                break;
            }
        }
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    private boolean isClosedNow() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    public Answer answer() throws IOException {
        int type = in.read();
        if (type < 0) {
            return new Answer(CLOSED, 0);
        }
        int length = 0;
        int shift = 0;
        int next;
        do {
            next = in.readUnsignedByte();
            length |= (next & 0x7F) << shift;
            shift += 7;
        } while (next > 127);
        byte[] body = in.readNBytes(length);
        return new Answer(type, reason(type, body));
    }

    private static int reason(int type, byte[] body) {
        int at =
                switch (type) {
                    case DISCONNECT -> 0;
                    case CONNACK -> 1;
                    default -> 2;
                };
        return at < body.length ? Byte.toUnsignedInt(body[at]) : 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
