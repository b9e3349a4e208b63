package org.homeward.ingest.network;

import io.netty.util.NetUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which addresses may say for whom they speak, and for whom they do. Of what stands in
/// `X-Forwarded-For` only what a trusted proxy added itself is believed: anybody may have written
/// the rest.
final class TrustedProxies {
    private static final String SETTING = "homeward.ingest.trusted-proxies";

    private final List<Range> ranges;

    private TrustedProxies(List<Range> ranges) {
        this.ranges = ranges;
    }

    /// The addresses whose first bits are these.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Range(byte[] network, int bits) {
        boolean has(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((address[bit / Byte.SIZE] ^ network[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Reads addresses and ranges of addresses, such as `10.1.0.0/16`.
    static TrustedProxies of(List<String> texts) {
        return new TrustedProxies(
                texts.stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(TrustedProxies::range)
                        .toList());
    }

    private static Range range(String text) {
        int slash = text.indexOf('/');
        byte @Nullable [] network = Networks.bytes(slash < 0 ? text : text.substring(0, slash));
        if (network == null) {
            throw unusable(text);
        }
        int most = network.length * Byte.SIZE;
        try {
            int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
            if (bits >= 0 && bits <= most) {
                return new Range(network, bits);
            }
        } catch (NumberFormatException e) {
            throw unusable(text);
        }
        throw unusable(text);
    }

    private static IllegalStateException unusable(String text) {
        return new IllegalStateException(
                SETTING + ": '" + text + "' is no address and no range of addresses");
    }

    boolean trusts(String address) {
        if (ranges.isEmpty()) {
            return false;
        }
        byte @Nullable [] bytes = Networks.bytes(address);
        return bytes != null && ranges.stream().anyMatch(range -> range.has(bytes));
    }

    /// Whose request it is that came from an address.
    ///
    /// @param forwarded the headers `X-Forwarded-For`, in their order
    String sender(String address, List<String> forwarded) {
        String sender = address;
        for (String said : backwards(forwarded)) {
            if (!trusts(sender) || NetUtil.createByteArrayFromIpAddressString(said) == null) {
                return sender;
            }
            sender = said;
        }
        return sender;
    }

    /// What was said, what was added last first.
    private static List<String> backwards(List<String> headers) {
        List<String> said = new ArrayList<>();
        headers.forEach(
                header -> {
                    for (String one : header.split(",", -1)) {
                        said.add(one.strip());
                    }
                });
        Collections.reverse(said);
        return said;
    }
}
