package org.homeward.ingest.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.Accounts;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.clock.ClockStore;
import org.homeward.ingest.correction.ChangeReadings;
import org.homeward.ingest.correction.Correction;
import org.homeward.ingest.correction.Said;
import org.homeward.ingest.fhir.FhirPost;
import org.homeward.ingest.sent.SentValue;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IngestTest
class TwinsIT {
    private static final Instant NOW = Given.now();

    @Test
    void oneMeasurementByTwoWaysIsOneReading() {
        String serial = UUID.randomUUID().toString();
        Given.Worn direct = Given.device(serial);
        Given.Worn other = Given.device(serial);
        Given.Worn throughHub = new Given.Worn(other.device(), other.token(), direct.patient());
        Given.assign(direct, NOW.minusSeconds(3600), null);
        Given.assign(throughHub, NOW.minusSeconds(3600), null);
        long before = duplicates();
        Given.post(direct, Given.pulse("72", NOW));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Given.readings(direct.patient()).items().size() == 1);
        Given.post(throughHub, Given.pulse("72", NOW.plusSeconds(3)));
        await().atMost(Duration.ofSeconds(20)).until(() -> duplicates() > before);
        assertThat(Given.readings(direct.patient()).items()).hasSize(1);
        Given.post(throughHub, Given.pulse("72", NOW.plusSeconds(30)));
        Given.post(direct, Given.pulse("72", NOW.plusSeconds(1)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Given.readings(direct.patient()).items().size() == 3);
    }

    @Test
    void oneDeviceByTwoProtocolsIsOneReadingFromTheFirstOfTheSecondOn() {
        Given.Worn worn = Given.device(UUID.randomUUID().toString());
        Given.assign(worn, NOW.minusSeconds(3600), null);
        long before = duplicates();
        Given.post(worn, Given.pulse("71", NOW));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Given.readings(worn.patient()).items().size() == 1);
        String again = FhirPost.observation("final", NOW.plusSeconds(2).toString(), "71");
        assertThat(FhirPost.post(worn, "/Observation", again).statusCode()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(20)).until(() -> duplicates() > before);
        assertThat(Given.readings(worn.patient()).items()).hasSize(1);
    }

    @Test
    void clocksThatAreKnownToDriftApartMakeNoSecondReading() {
        String serial = UUID.randomUUID().toString();
        Given.Worn direct = Given.device(serial);
        Given.Worn other = Given.device(serial);
        Given.Worn throughHub = new Given.Worn(other.device(), other.token(), direct.patient());
        Given.assign(direct, NOW.minusSeconds(3600), null);
        Given.assign(throughHub, NOW.minusSeconds(3600), null);
        clockSaid(direct, -1, -1, -2, -1, -1);
        clockSaid(throughHub, -181, -180, -181, -182, -181);
        long before = duplicates();
        Given.post(direct, Given.pulse("72", NOW));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Given.readings(direct.patient()).items().size() == 1);
        Given.post(throughHub, Given.pulse("72", NOW.minusSeconds(177)));
        await().atMost(Duration.ofSeconds(20)).until(() -> duplicates() > before);
        assertThat(Given.readings(direct.patient()).items()).hasSize(1);
        Given.post(throughHub, Given.pulse("72", NOW.minusSeconds(150)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Given.readings(direct.patient()).items().size() == 2);
    }

    /// By how many seconds its readings were measured after their receipt, some minutes apart.
    private static void clockSaid(Given.Worn worn, int... ahead) {
        for (int seconds : ahead) {
            Given.await(
                    Given.bean(ClockStore.class)
                            .add(List.of(new ClockStore.Sample(worn.device(), NOW, seconds))));
        }
    }

    @Test
    void whatAClinicianCorrectedIsKnownByWhatTheDeviceSaid() {
        Given.Worn worn = Given.device(UUID.randomUUID().toString());
        Given.assign(worn, NOW.minusSeconds(3600), null);
        long before = duplicates();
        Given.post(worn, Given.pulse("71", NOW));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Given.readings(worn.patient()).items().size() == 1);
        Given.await(
                Given.bean(ChangeReadings.class)
                        .correct(
                                worn.patient(),
                                Given.readings(worn.patient()).items().getFirst().id(),
                                new Correction(
                                        new SentValue.Amount(new BigDecimal("81"), "/min"),
                                        List.of(),
                                        1),
                                new Said("someone", "nurse", NOW.plusSeconds(60), "typo")));
        String again = FhirPost.observation("final", NOW.plusSeconds(2).toString(), "71");
        assertThat(FhirPost.post(worn, "/Observation", again).statusCode()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(20)).until(() -> duplicates() > before);
        assertThat(Given.readings(worn.patient()).items())
                .extracting(r -> r.measure().value())
                .containsExactly(new BigDecimal("81"));
    }

    private static long duplicates() {
        return Given.await(Given.bean(Accounts.class).conservation()).stream()
                .mapToLong(Accounts.Partition::duplicate)
                .sum();
    }
}
