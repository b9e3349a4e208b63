package org.homeward.ingest.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private static final TrustedProxies PROXIES =
            TrustedProxies.of(List.of("10.1.0.0/16", " 192.0.2.1", "2001:db8:1::/48", ""));

    @ParameterizedTest
    @CsvSource({
        "10.1.255.255, true",
        "10.2.0.0, false",
        "192.0.2.1, true",
        "192.0.2.2, false",
        "::ffff:10.1.2.3, true",
        "2001:db8:1:ffff::1, true",
        "2001:db8:2::1, false",
        "unknown, false",
        "'', false"
    })
    void anAddressOfARangeIsTrusted(String address, boolean trusted) {
        assertThat(PROXIES.trusts(address)).isEqualTo(trusted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // From a stranger, whatever it says of itself.
                "203.0.113.9 | 198.51.100.1 | 203.0.113.9",
                // What the proxy added counts, what stood there before does not.
                "10.1.0.1 | 198.51.100.1 | 198.51.100.1",
                "10.1.0.1 | 1.2.3.4, 198.51.100.1 | 198.51.100.1",
                "10.1.0.1 | 1.2.3.4,198.51.100.1, 192.0.2.1 | 198.51.100.1",
                "10.1.0.1 | 2001:db8:7::1 | 2001:db8:7::1",
                // What is no address is nobody's.
                "10.1.0.1 | 1.2.3.4, unknown | 10.1.0.1",
                "10.1.0.1 | 1.2.3.4, | 10.1.0.1",
                "10.1.0.1 | 198.51.100.1:4711 | 10.1.0.1",
                "10.1.0.1 | '' | 10.1.0.1",
            })
    void onlyWhatATrustedProxyAddedCounts(String from, String forwarded, String sender) {
        assertThat(PROXIES.sender(from, List.of(forwarded))).isEqualTo(sender);
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(PROXIES.sender("10.1.0.1", List.of("1.2.3.4", "198.51.100.1")))
                .isEqualTo("198.51.100.1");
        assertThat(PROXIES.sender("10.1.0.1", List.of())).isEqualTo("10.1.0.1");
    }

    @Test
    void nobodyIsTrustedUnlessNamed() {
        assertThat(TrustedProxies.of(List.of()).trusts("127.0.0.1")).isFalse();
        assertThat(TrustedProxies.of(List.of("0.0.0.0/0")).trusts("127.0.0.1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "10.1.0.0/33", "10.1.0.0/-1", "10.1.0.0/x", "2001:db8::/129"})
    void whatIsNoAddressRefusesTheStart(String text) {
        List<String> texts = List.of(text);
        assertThatThrownBy(() -> TrustedProxies.of(texts))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("trusted-proxies");
    }
}
