package org.homeward.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Random;
import org.homeward.ingest.sent.SentTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The quick way says what the JDK's parser says, or leaves it to that.
class ZonedTimeTest {
    private static final String LETTERS = "0123456789-:.TZz+ ";
    private static final int TRIES = 200_000;

    @Test
    void agreesWithTheParserOnEveryDayAndFraction() {
        Random random = new Random(1);
        for (int i = 0; i < TRIES; i++) {
            Instant at =
                    Instant.ofEpochSecond(
                            random.nextLong(-62_167_219_200L, 253_402_300_800L),
                            random.nextInt(1_000_000_000));
            assertThat(ZonedTime.read(at.toString())).isEqualTo(SentTime.exact(at, 0));
        }
    }

    @Test
    void agreesWithTheParserOnEveryZone() {
        Random random = new Random(3);
        for (int minutes = -18 * 60; minutes <= 18 * 60; minutes++) {
            Instant at = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L), minutes + 2_000);
            ZoneOffset zone = ZoneOffset.ofTotalSeconds(minutes * 60);
            String text =
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME
                            .format(at.atOffset(zone))
                            .replace("Z", "-00:00");
            assertThat(ZonedTime.read(text)).isEqualTo(SentTime.exact(at, minutes));
        }
    }

    @Test
    void readsNothingThatTheParserRefuses() {
        Random random = new Random(2);
        for (int i = 0; i < TRIES; i++) {
            String good = i % 2 == 0 ? "2026-02-28T23:59:59.125Z" : "2026-02-28T23:59:59+17:59";
            StringBuilder text = new StringBuilder(good);
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                int place = random.nextInt(text.length());
                char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(place, letter);
                    case 1 -> text.insert(place, letter);
                    default -> text.deleteCharAt(place);
                }
            }
            quick(text.toString())
                    .ifPresent(at -> assertThat(parsed(text.toString())).contains(at));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T02:17:20+01",
                "2026-11-23T02:17:20+01:00:30",
                "2026-11-23T02:17:20+18:01",
                "2026-11-23T02:17:20+01:60",
                "2026-11-23T02:17:20_01:00",
                "2026-11-23T02:17+01:00",
                "2026-11-23T02:17Z",
                "2026-11-23T24:00:00Z",
                "2026-11-23T23:59:60Z",
                "2026-11-23T02:17:20.Z",
                "2026-11-23T02:17:20.1234567890Z",
                "2026-11-23t02:17:20z",
                "+12026-11-23T02:17:20Z",
                "Z",
                ""
            })
    void leavesOtherForms(String text) {
        assertThat(ZonedTime.read(text)).isNull();
    }

    @Test
    void knowsTheDaysOfAMonth() {
        assertThatThrownBy(() -> ZonedTime.read("2026-02-29T00:00:00Z"))
                .isInstanceOf(DateTimeException.class);
    }

    private static Optional<SentTime> quick(String text) {
        try {
            return Optional.ofNullable(ZonedTime.read(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<SentTime> parsed(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return Optional.of(
                    SentTime.exact(time.toInstant(), time.getOffset().getTotalSeconds() / 60));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
