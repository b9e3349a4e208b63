package org.homeward.ingest.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.ingest.clock.ClockStore;
import org.homeward.ingest.reading.Arrival;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.registry.DeviceSightings;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.SelfReport;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentTime;
import org.jspecify.annotations.Nullable;

/// One record of the log: its arrivals, or the refusal that stands for it when it cannot be read.
///
/// @param report what the device said of itself; null where there is none
/// @param lost what stood there when it was set aside, so that those it concerned are told
public record Logged(
        int partition,
        long offset,
        List<Arrival> arrivals,
        @Nullable Refusal unreadable,
        @Nullable SelfReport report,
        List<Arrival> lost) {

    private static final UUID OWN = new UUID(0, 0);

    public Logged {
        arrivals = List.copyOf(arrivals);
        lost = List.copyOf(lost);
    }

    public Logged(
            int partition,
            long offset,
            List<Arrival> arrivals,
            @Nullable Refusal unreadable,
            @Nullable SelfReport report) {
        this(partition, offset, arrivals, unreadable, report, List.of());
    }

    /// The same place in the log with a refusal in place of what stood there. The log itself keeps
    /// what was sent.
    Logged setAside(String reason, String detail) {
        Optional<Arrival> first = arrivals.stream().findFirst();
        Refusal refusal =
                new Refusal(
                        first.map(a -> Uuids.v5(a.id(), "set-aside"))
                                .orElseGet(() -> idOf(Topics.TELEMETRY, partition, offset)),
                        first.map(Arrival::deviceId).orElse(null),
                        List.of(reason),
                        detail,
                        null,
                        first.map(Arrival::path).orElse(null),
                        "text/plain",
                        (Topics.TELEMETRY + "/" + partition + "/" + offset)
                                .getBytes(StandardCharsets.UTF_8),
                        false,
                        first.map(Arrival::received).orElseGet(Instant::now),
                        false,
                        null);
        return new Logged(partition, offset, List.of(), refusal, null, arrivals);
    }

    /// The id of the refusal that stands for a record.
    public static UUID idOf(String topic, int partition, long offset) {
        return Uuids.v5(OWN, "record", topic, partition + "/" + offset);
    }

    /// That its device was heard, and the hub by which it came; empty if it cannot be read.
    List<DeviceSightings.Sighting> sightings() {
        if (arrivals.isEmpty()) {
            return List.of();
        }
        Arrival first = arrivals.getFirst();
        DeviceSightings.Sighting own =
                new DeviceSightings.Sighting(first.deviceId(), first.received(), said());
        String hub = first.sent().context().get(SentReading.RELAYED_BY);
        return hub == null
                ? List.of(own)
                : List.of(
                        own,
                        new DeviceSightings.Sighting(
                                UUID.fromString(hub), first.received(), SelfReport.NOTHING));
    }

    private SelfReport said() {
        return report == null ? SelfReport.NOTHING : report;
    }

    /// How its device's clock goes, by its newest reading; empty if none has a time of the device's
    /// own. What people enter by hand was measured when they say.
    public Optional<ClockStore.Sample> clock() {
        @Nullable Instant newest = null;
        for (Arrival arrival : arrivals) {
            SentTime time = arrival.sent().time();
            if (time.precision() == SentTime.Precision.INSTANT
                    && arrival.path() != Path.MANUAL
                    && (newest == null || time.at().isAfter(newest))) {
                newest = time.at();
            }
        }
        if (newest == null) {
            return Optional.empty();
        }
        Arrival one = arrivals.getFirst();
        long ahead = Duration.between(one.received(), newest).toSeconds();
        int seconds = Math.clamp(ahead, -Integer.MAX_VALUE, Integer.MAX_VALUE);
        return Optional.of(new ClockStore.Sample(one.deviceId(), one.received(), seconds));
    }

    /// How many items of the account it stands for.
    int items() {
        return unreadable == null ? arrivals.size() : 1;
    }
}
