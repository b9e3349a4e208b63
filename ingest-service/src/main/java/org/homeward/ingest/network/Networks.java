package org.homeward.ingest.network;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.homeward.ingest.IngestConfig;
import org.jspecify.annotations.Nullable;

/// What stands for one sender among many: an address of IPv4, or the network of an address of IPv6,
/// since its holder has as many addresses there as it likes.
@ApplicationScoped
public class Networks {
    private static final int V6 = 16;
    private static final int NETWORK = 8;
    private static final int MAPPED = 10;
    private static final String FORWARDED = "X-Forwarded-For";

    private final TrustedProxies proxies;

    @Inject
    Networks(IngestConfig config) {
        this.proxies = TrustedProxies.of(config.trustedProxies().orElse(List.of()));
    }

    /// Whose request this is; empty if a trusted proxy does not say.
    public String of(HttpServerRequest request) {
        String address = host(request.remoteAddress());
        if (!proxies.trusts(address)) {
            return of(address);
        }
        String sender = proxies.sender(address, request.headers().getAll(FORWARDED));
        return proxies.trusts(sender) ? "" : of(sender);
    }

    /// Whose connection this is; empty if it is a trusted proxy's.
    public String of(@Nullable SocketAddress address) {
        String host = host(address);
        return proxies.trusts(host) ? "" : of(host);
    }

    private static String host(@Nullable SocketAddress address) {
        String host = address == null ? null : address.host();
        return host == null ? "" : host;
    }

    static String of(String host) {
        if (host.indexOf(':') < 0) {
            return host;
        }
        byte @Nullable [] bytes = bytes(host);
        return bytes == null || bytes.length != V6
                ? mapped(host, bytes)
                : HexFormat.of().formatHex(bytes, 0, NETWORK);
    }

    private static String mapped(String host, byte @Nullable [] bytes) {
        return bytes == null ? host : NetUtil.bytesToIpAddress(bytes);
    }

    /// An address as bytes, of IPv4 also where it is written as one of IPv6; null if it is none.
    static byte @Nullable [] bytes(String host) {
        int scope = host.indexOf('%');
        byte @Nullable [] bytes =
                NetUtil.createByteArrayFromIpAddressString(
                        scope < 0 ? host : host.substring(0, scope));
        return bytes != null && bytes.length == V6 && isMapped(bytes)
                ? Arrays.copyOfRange(bytes, V6 - 4, V6)
                : bytes;
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
