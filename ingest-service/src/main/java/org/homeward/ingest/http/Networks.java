package org.homeward.ingest.http;

import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What stands for one sender among many: an address of IPv4, or the network of an address of IPv6,
/// since its holder has as many addresses there as it likes.
final class Networks {
    private static final int V6 = 16;
    private static final int NETWORK = 8;
    private static final int MAPPED = 10;

    private Networks() {}

    static String of(@Nullable SocketAddress address) {
        String host = address == null ? null : address.host();
        return host == null ? "" : of(host);
    }

    static String of(String host) {
        int scope = host.indexOf('%');
        byte @Nullable [] bytes =
                NetUtil.createByteArrayFromIpAddressString(
                        scope < 0 ? host : host.substring(0, scope));
        if (bytes == null || bytes.length != V6) {
            return host;
        }
        return isMapped(bytes)
                ? NetUtil.bytesToIpAddress(Arrays.copyOfRange(bytes, V6 - 4, V6))
                : HexFormat.of().formatHex(bytes, 0, NETWORK);
    }

    /// An address of IPv4 in the form of IPv6.
    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < MAPPED; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[MAPPED] == -1 && bytes[MAPPED + 1] == -1;
    }
}
