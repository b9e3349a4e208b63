package org.homeward.ingest.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.profile.Profile;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentValue;
import org.homeward.ingest.sent.Verdict;

/// A device with a profile, and what becomes of what it says.
final class Dialects {
    static final UUID DEVICE = new UUID(1, 1);
    static final Instant RECEIVED = Instant.parse("2026-11-22T10:00:00.5Z");
    static final Profile PROFILE =
            new Profile(
                    "multi",
                    "Multi-parameter monitor",
                    Map.of(
                            "spo2", new Profile.Meaning("59408-5", "%"),
                            "hr", new Profile.Meaning("8867-4", "/min"),
                            "sys", new Profile.Meaning("8480-6", "mm[Hg]"),
                            "dia", new Profile.Meaning("8462-4", "mm[Hg]"),
                            "temp", new Profile.Meaning("8310-5", "Cel")));

    private static final Bodies BODIES = new Bodies(1000);

    private Dialects() {}

    static Body read(Format format, String body) throws Refused {
        return read(format, body.getBytes(StandardCharsets.UTF_8));
    }

    static Body read(Format format, byte[] body) throws Refused {
        Refusal.Sent sent = new Refusal.Sent(DEVICE, Path.MQTT, format.type(), body, RECEIVED);
        return BODIES.read(format, sent, PROFILE);
    }

    static SentReading one(Format format, String body) throws Refused {
        Body read = read(format, body);
        assertThat(read.decoded().faults()).isEmpty();
        assertThat(read.decoded().readings()).hasSize(1);
        return read.decoded().readings().getFirst();
    }

    static Verdict.Turned turned(Format format, String body) throws Refused {
        List<Verdict.Turned> faults = read(format, body).decoded().faults();
        assertThat(faults).hasSize(1);
        return faults.getFirst();
    }

    static SentValue.Amount amount(SentReading reading) {
        return (SentValue.Amount) reading.value();
    }
}
