package org.homeward.ingest.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimCodeTest {
    private static final String SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private final String code = ClaimCode.of(random(7)).text();

    private static int[] random(long seed) {
        return new Random(seed).ints(ClaimCode.RANDOM, 0, ClaimCode.SYMBOLS).toArray();
    }

    @Test
    void aCodeIsFourGroupsOfSymbolsThatLookLikeNoOther() {
        String symbols =
                IntStream.range(0, 200)
                        .mapToObj(i -> ClaimCode.of(random(i)).text())
                        .peek(text -> assertThat(text).matches("(\\w{4}-){3}\\w{4}"))
                        .collect(Collectors.joining())
                        .replace("-", "");
        assertThat(symbols.chars().distinct().count()).isEqualTo(ClaimCode.SYMBOLS);
        assertThat(symbols).doesNotContain("0", "1", "I", "L", "O");
    }

    @Test
    void itIsReadHoweverItIsTyped() {
        for (String typed :
                new String[] {
                    code, code.toLowerCase(Locale.ROOT), code.replace("-", ""), " " + code + "  "
                }) {
            assertThat(ClaimCode.read(typed).map(ClaimCode::text)).contains(code);
        }
    }

    @Test
    void everySingleWrongSymbolIsFound() {
        String plain = code.replace("-", "");
        for (int i = 0; i < plain.length(); i++) {
            for (String other : SYMBOLS.split("", 0)) {
                String typed = plain.substring(0, i) + other + plain.substring(i + 1);
                assertThat(ClaimCode.read(typed).isPresent()).isEqualTo(typed.equals(plain));
            }
        }
    }

    @Test
    void everyTwoThatChangedPlacesAreFound() {
        String plain = code.replace("-", "");
        for (int i = 0; i < plain.length(); i++) {
            for (int j = 0; j < i; j++) {
                char[] typed = plain.toCharArray();
                typed[i] = plain.charAt(j);
                typed[j] = plain.charAt(i);
                assertThat(ClaimCode.read(new String(typed)).isPresent())
                        .isEqualTo(plain.charAt(i) == plain.charAt(j));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "----", "2222", "\0", "é", "ﬀﬀﬀﬀﬀﬀﬀﬀﬀﬀﬀﬀﬀﬀﬀﬀ"})
    void whatIsNoCodeIsNone(String typed) {
        assertThat(ClaimCode.read(typed)).isEmpty();
        assertThat(ClaimCode.read(code + typed + "2")).isEmpty();
        assertThat(ClaimCode.read(code + " ".repeat(10_000))).isEmpty();
    }

    @Test
    void aCodeTakesItsRandomSymbolsAndShowsThemOnlyWhenAsked() {
        assertThatThrownBy(() -> ClaimCode.of(Arrays.copyOf(random(1), 14)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ClaimCode.of(random(7)).toString()).doesNotContain(code);
    }

    @Test
    void aCodeLivesUntilItIsUsedOrExpires() {
        Instant now = Instant.parse("2026-11-23T10:00:00Z");
        UUID device = new UUID(1, 1);
        Instant later = now.plusSeconds(1);
        assertThat(new KeptClaim(device, "desk", later, null).isLive(now)).isTrue();
        assertThat(new KeptClaim(device, "desk", now, null).isLive(now)).isFalse();
        assertThat(new KeptClaim(device, "desk", later, now).isLive(now)).isFalse();
    }
}
